import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import { amountText } from "../ui/amount.ts";
import { Button } from "../ui/Button.tsx";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import css from "./back-test.module.css";

const BackTestQuery = graphql(`
  query PolicyBackTest($id: ID!) {
    policyDraft(id: $id) {
      id
      backTest {
        decided
        flipped
        ways { before after count }
        moved { minor currency }
        flips { caseNumber before after rowNumber amount { minor currency } }
      }
    }
  }
`);

/** The last ninety days decided again by the draft: how many cases flip, which way, and what money would move. */
export function BackTest({ draftId, revision }: { readonly draftId: string; readonly revision: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState<number | null>(null);
  const [{ data, error, fetching }, run] = useAnswer({
    query: BackTestQuery,
    variables: { id: draftId },
    pause: asked !== revision,
    requestPolicy: "network-only",
  });
  const result = data?.policyDraft?.backTest ?? null;
  const way = (outcome: "APPROVE_AT_ONCE" | "APPROVE" | "DECLINE" | "REVIEW") => t(`policies.testOutcome.${outcome}`);
  return (
    <section aria-label={t("policies.backTest")}>
      <div className={css.strip}>
        {result === null ? (
          <p className={css.meta}>{t("policies.backTestHint")}</p>
        ) : (
          <>
            <div>
              <b>{t("policies.flipped", { flipped: result.flipped, decided: result.decided })}</b>
            </div>
            <div>
              {result.ways.map(({ before, after, count }) => (
                <p key={before + after}>{t("policies.way", { count, before: way(before), after: way(after) })}</p>
              ))}
            </div>
            <div>
              {result.moved.length === 0
                ? t("policies.noMoney")
                : result.moved.map((amount) => <b key={amount.currency}>{amountText(amount)}</b>)}
            </div>
          </>
        )}
        {(result === null || result.flips.length > 0) && (
          <Button
            busy={fetching}
            aria-expanded={result === null ? undefined : shown}
            onClick={() => {
              if (result !== null) setShown(!shown);
              else if (asked === revision) run({ requestPolicy: "network-only" });
              else setAsked(revision);
            }}
          >
            {result === null ? t("policies.runBackTest") : t("policies.openFlips", { count: result.flips.length })}
          </Button>
        )}
      </div>
      {error !== undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => run({ requestPolicy: "network-only" })} />
      )}
      {shown && result !== null && (
        <ul className={css.flips}>
          {result.flips.map((flip) => (
            <li key={flip.caseNumber}>
              <Link to={`/cases/${flip.caseNumber}`}>{flip.caseNumber}</Link> {amountText(flip.amount)} ·{" "}
              {way(flip.before)} → {way(flip.after)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
