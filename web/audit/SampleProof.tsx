import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { Button } from "../ui/Button.tsx";
import { harmlessFailureLine } from "../ui/failure-line.ts";
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
  const [asked, setAsked] = useState<string | null>(null);
  const [{ data, fetching, error, stale }, again] = useAnswer({
    query: SampleProofQuery,
    variables: { id },
    pause: asked !== id,
    requestPolicy: "network-only",
  });
  const proof = stale ? null : (data?.auditSample?.proof ?? null);
  const proving = fetching || stale;
  const prove = () => (asked === id ? again({ requestPolicy: "network-only" }) : setAsked(id));
  return (
    <>
      <Button size="small" busy={proving} onClick={prove}>
        {t(proving ? "samples.proving" : "samples.prove")}
      </Button>
      {error !== undefined && <p role="status">{harmlessFailureLine(t, failureOf(error))}</p>}
      {proof !== null &&
        (proof.sameSample && proof.chainIntact ? (
          <Notice kind="done" title={t("samples.proven")} />
        ) : (
          <Notice kind="unreached" title={t("samples.notProven")} />
        ))}
    </>
  );
}
