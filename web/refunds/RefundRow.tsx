import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, dayText, momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import wide from "../ui/wide-only.module.css";
import { moneyLooks } from "./money-looks.ts";
import css from "./refund-row.module.css";

export const RefundRowFragment = graphql(`
  fragment RefundRow_refund on Refund {
    state
    amount {
      minor
      currency
    }
    provider
    createdAt
    expectedOn
    settledAt
    returnedAt
    failure {
      happened
      todo
    }
  }
`);

/** One instruction to give money back, as a row. `matter` says whose it is. */
export function RefundRow({
  refund: of,
  matter,
}: {
  readonly refund: FragmentOf<typeof RefundRowFragment>;
  readonly matter: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { state, amount, provider, createdAt, expectedOn, settledAt, returnedAt, failure } = readFragment(
    RefundRowFragment,
    of,
  );
  const isMoving = state === "QUEUED" || state === "SUBMITTED" || state === "PROCESSING" || state === "UNKNOWN";

  function arrival(): ReactNode {
    if (returnedAt !== null) return t("refund.cameBack", { at: momentText(returnedAt, language, now) });
    if (settledAt !== null) return momentText(settledAt, language, now);
    if (expectedOn === null || !isMoving) return null;
    const day = dayText(expectedOn, language, now);
    if (expectedOn >= dayOf(now)) return t("refund.expected", { day });
    return (
      <span className={css.late}>
        <Icon name="late" size="s" />
        {t("lists.late", { day: day.replaceAll(" ", "\u00a0") })}
      </span>
    );
  }

  return (
    <tr>
      <td>{matter}</td>
      <td className={css.money}>
        <MoneyText amount={amount} look={moneyLooks[state]} />
      </td>
      <td>
        {t(`refundState.${state}`)}
        {failure !== null && state === "FAILED" && (
          <span className={css.failure}>
            {t("common.twoSentences", { first: failure.happened, second: failure.todo })}
          </span>
        )}
      </td>
      <td className={wide.only}>{provider}</td>
      <td className={wide.only}>{momentText(createdAt, language, now)}</td>
      <td className={wide.end}>{arrival()}</td>
    </tr>
  );
}
