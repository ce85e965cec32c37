import type { ResultOf } from "gql.tada";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import css from "./payment-look-up.module.css";

export const PaymentLineFragment = graphql(`
  fragment PaymentLine_transaction on Transaction {
    id
    network
    cardLast4
    voucherNumber
    terminalNumber
    processedAt
    captured {
      minor
      currency
    }
    refundable {
      minor
      currency
    }
    merchant {
      id
      name
      nameZh
    }
    cases {
      id
      closedAt
    }
  }
`);

/** One payment in two lines: who sold, when and for how much; then by which numbers it is known. */
export function PaymentLine({ transaction }: { readonly transaction: ResultOf<typeof PaymentLineFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { merchant, captured, refundable, network, cardLast4, voucherNumber, terminalNumber } = transaction;
  const facts = [
    exactText(transaction.processedAt),
    t("transaction.card", { network: t(`cardNetwork.${network}`), digits: cardLast4 }),
    ...(voucherNumber === null ? [] : [t("transaction.voucher", { number: voucherNumber })]),
    ...(terminalNumber === null ? [] : [t("transaction.terminal", { number: terminalNumber })]),
  ];
  const open = transaction.cases.filter(({ closedAt }) => closedAt === null).length;
  return (
    <span className={css.line}>
      <b>{nameIn(language, merchant)}</b>
      <MoneyText amount={captured} look="strong" />
      <small>
        {facts.map((fact, at) => (
          <Fragment key={fact}>
            {at > 0 && "\u00a0· "}
            <span className={css.fact}>{fact}</span>
          </Fragment>
        ))}
      </small>
      <small className={css.aside}>
        {open > 0 && <span className={css.open}>{t("newCase.openCases", { count: open })}</span>}
        {refundable.minor !== captured.minor && (
          <span>
            {t("transactions.columns.refundable")} <MoneyText amount={refundable} />
          </span>
        )}
      </small>
    </span>
  );
}
