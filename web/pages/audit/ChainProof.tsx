import { useTranslation } from "react-i18next";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { exactText } from "../../i18n/times.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import css from "./chain-proof.module.css";

const ChainProofQuery = graphql(`
  query ChainProof($id: ID!) {
    chainOfCase(caseId: $id) {
      head
      count
      verifiedAt
      fault
      brokenAt
      links {
        sequence
        kind
        hash
      }
    }
  }
`);

/** A case's chain, recomputed by the server when this is shown and whenever it is asked again. */
export function ChainProof({ caseId, number }: { readonly caseId: string; readonly number: string }) {
  const { t } = useTranslation();
  const [{ data, error, fetching, stale }, again] = useAnswer({
    query: ChainProofQuery,
    variables: { id: caseId },
    requestPolicy: "network-only",
  });
  const verify = () => again({ requestPolicy: "network-only" });
  const chain = data?.chainOfCase ?? null;
  const verifying = fetching || stale;
  return (
    <section className={css.proof} aria-label={t("audit.chain.title", { number })} aria-busy={verifying}>
      <div className={css.head}>
        <h2>{t("audit.chain.title", { number })}</h2>
        <Button size="small" busy={verifying} onClick={verify}>
          {t(verifying ? "audit.chain.verifying" : "audit.chain.verify")}
        </Button>
      </div>
      {error !== undefined && <FailureView failure={failureOf(error)} onRetry={verify} />}
      {chain !== null && (
        <>
          {chain.fault === null ? (
            <Notice kind="done" title={t("audit.chain.intact", { count: chain.count })} />
          ) : (
            <Notice
              kind="unreached"
              title={t("audit.chain.broken", { sequence: chain.brokenAt ?? 0, fault: t(`audit.fault.${chain.fault}`) })}
            >
              <p>{t("audit.chain.todo")}</p>
            </Notice>
          )}
          <Facts
            facts={[
              [t("audit.chain.head"), <code key="head">{chain.head}</code>],
              [t("audit.chain.verifiedAt"), exactText(chain.verifiedAt)],
            ]}
          />
          <details>
            <summary>{t("audit.chain.links")}</summary>
            <ol className={css.links}>
              {chain.links.map(({ sequence, kind, hash }) => (
                <li key={sequence} className={sequence === chain.brokenAt ? css.broken : undefined} value={sequence}>
                  <span>{t(`event.${kind}`)}</span> <code>{hash}</code>
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
    </section>
  );
}
