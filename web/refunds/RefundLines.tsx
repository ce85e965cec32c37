import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayText, momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { moneyLooks } from "./money-looks.ts";
import css from "./refund-lines.module.css";

export const RefundLinesFragment = graphql(`
  fragment RefundLines_case on Case {
    refunds {
      id
      state
      amount {
        minor
        currency
      }
      provider
      providerReference
      expectedOn
      settledAt
      returnedAt
      heldBack {
        until
        reason
      }
      failure {
        code
        happened
        todo
      }
      attempts {
        id
        at
        operation
        answer
        code {
          code
          happened
        }
      }
    }
  }
`);

type RefundLine = ResultOf<typeof RefundLinesFragment>["refunds"][number];

/** Each instruction to give money back: where it is, by when, and what the provider said. */
export function RefundLines({ case: of }: { readonly case: FragmentOf<typeof RefundLinesFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { refunds } = readFragment(RefundLinesFragment, of);

  function when({ returnedAt, settledAt, expectedOn, state }: RefundLine): string | null {
    if (returnedAt !== null) return t("refund.cameBack", { at: momentText(returnedAt, language, now) });
    if (settledAt !== null) return momentText(settledAt, language, now);
    // What was paid outside does not come by the provider: it waits for a colleague's word.
    if (expectedOn === null || state === "PAID_OUTSIDE" || moneyLooks[state] !== "held") return null;
    return t("refund.expected", { day: dayText(expectedOn, language, now) });
  }

  return refunds.map((refund) => (
    <li key={refund.id} className={css.refund}>
      <div className={css.line}>
        <span>
          {t("refund.line", { state: t(`refundState.${refund.state}`) })} <small>{when(refund)}</small>
        </span>
        <MoneyText amount={refund.amount} look={moneyLooks[refund.state]} />
      </div>
      {refund.heldBack !== null && (
        <p>
          {t("refund.heldBack", {
            provider: refund.provider,
            reason: refund.heldBack.reason,
            until: momentText(refund.heldBack.until, language, now),
          })}
        </p>
      )}
      {refund.failure !== null && (
        <p className={css.failure}>
          {refund.state === "PAID_OUTSIDE"
            ? refund.failure.happened
            : t("common.twoSentences", { first: refund.failure.happened, second: refund.failure.todo })}
        </p>
      )}
      {refund.attempts.length > 0 && (
        <details className={css.attempts}>
          <summary>{t("refund.attempts", { count: refund.attempts.length, provider: refund.provider })}</summary>
          <ol>
            {refund.attempts.map((attempt) => (
              <li key={attempt.id}>
                <time dateTime={attempt.at}>{momentText(attempt.at, language, now)}</time>
                <span>
                  {t("common.separated", {
                    first: t(`attemptOperation.${attempt.operation}`),
                    second: t(`attemptAnswer.${attempt.answer}`),
                  })}
                </span>
                {attempt.code !== null && <span>{attempt.code.happened}</span>}
              </li>
            ))}
          </ol>
          {refund.providerReference !== null && <p>{t("refund.reference", { reference: refund.providerReference })}</p>}
        </details>
      )}
    </li>
  ));
}
