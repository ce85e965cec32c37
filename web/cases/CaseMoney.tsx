import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { amountText } from "../ui/amount.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./case-money.module.css";
import { WhyNotMore, WhyNotMoreFragment } from "./WhyNotMore.tsx";

export const CaseMoneyFragment = graphql(
  `
  fragment CaseMoney_case on Case {
    transaction {
      id
      ...WhyNotMore_transaction
    }
    amount {
      minor
      currency
    }
    proposed {
      minor
      currency
    }
    offer {
      minor
      currency
    }
    refundable {
      minor
      currency
    }
    fee {
      borneBy
      amount {
        minor
        currency
      }
    }
  }
`,
  [WhyNotMoreFragment],
);

/** What was asked and decided, then the sum: paid, gone, on its way, and what is left. `sale` and `refunds` are lines of their own features. */
export function CaseMoney({
  case: of,
  sale,
  refunds,
}: {
  readonly case: FragmentOf<typeof CaseMoneyFragment>;
  readonly sale?: ReactNode;
  readonly refunds?: ReactNode;
}) {
  const { t } = useTranslation();
  const { amount, proposed, offer, refundable, transaction, fee } = readFragment(CaseMoneyFragment, of);
  return (
    <Part
      title={t("case.money")}
      aside={fee === null ? undefined : t(`case.fee.${fee.borneBy}`, { amount: amountText(fee.amount) })}
    >
      <ul className={css.money}>
        <li>
          <span>{t("case.claimed")}</span>
          <MoneyText amount={amount} />
        </li>
        {proposed !== null && (
          <li>
            <span>{t("case.proposed")}</span>
            <MoneyText amount={proposed} />
          </li>
        )}
        {offer !== null && (
          <li>
            <span>{t("case.offered")}</span>
            <MoneyText amount={offer} />
          </li>
        )}
        {refunds}
        {sale}
        {refundable === null ? (
          <li className={css.none}>{t("case.noTransaction")}</li>
        ) : (
          <li className={css.total} title={t("case.refundableHint")}>
            <b>{t("case.refundable")}</b>
            <MoneyText amount={refundable} look="strong" />
          </li>
        )}
      </ul>
      {transaction !== null && refundable !== null && <WhyNotMore transaction={transaction} />}
    </Part>
  );
}
