import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";

const SampleProofQuery = graphql(`
  query SampleProof($id: ID!) {
    auditSample(id: $id) {
      id
      proof {
        sameSample
        chainIntact
        provenAt
      }
    }
  }
`);

/** Has the server draw the sample again, and says whether it is the same. */
export function SampleProof({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [{ data, fetching, error }, prove] = useQuery({
    query: SampleProofQuery,
    variables: { id },
    pause: true,
    requestPolicy: "network-only",
  });
  const proof = data?.auditSample?.proof ?? null;
  return (
    <>
      <Button size="small" busy={fetching} onClick={() => prove({ requestPolicy: "network-only" })}>
        {t(fetching ? "samples.proving" : "samples.prove")}
      </Button>
      {error !== undefined && <p role="status">{t("notices.notReached")}</p>}
      {proof !== null &&
        !fetching &&
        (proof.sameSample && proof.chainIntact ? (
          <Notice kind="done" title={t("samples.proven")} />
        ) : (
          <Notice kind="unreached" title={t("samples.notProven")} />
        ))}
    </>
  );
}
