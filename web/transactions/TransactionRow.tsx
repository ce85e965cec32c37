import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import wide from "../ui/wide-only.module.css";
import css from "./transaction-row.module.css";

export const TransactionRowFragment = graphql(`
  fragment TransactionRow_transaction on Transaction {
    id
    processedAt
    network
    cardLast4
    voucherNumber
    retrievalReference
    terminalNumber
    merchant {
      id
      name
      nameZh
    }
    captured {
      minor
      currency
    }
    refundable {
      minor
      currency
    }
    cases {
      id
      number
    }
  }
`);

/** The columns in the order of a row's cells, by their titles under `transactions.columns`. */
export const transactionColumns = [
  { name: "processedAt" },
  { name: "merchant" },
  { name: "terminal", isWide: true },
  { name: "card" },
  { name: "voucher", isWide: true },
  { name: "retrieval", isWide: true },
  { name: "captured", isAmount: true },
  { name: "refundable", isAmount: true, isWide: true },
  { name: "cases", isWide: true },
] as const;

/** One payment as a row; its time leads to its whole life. */
export function TransactionRow({
  transaction: of,
}: {
  readonly transaction: FragmentOf<typeof TransactionRowFragment>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = readFragment(TransactionRowFragment, of);
  return (
    <tr>
      <td>
        <Link to={`/transactions/${encodeURIComponent(found.id)}`}>{exactText(found.processedAt)}</Link>
      </td>
      <td className={wide.end}>{nameIn(language, found.merchant)}</td>
      <td className={wide.only}>{found.terminalNumber}</td>
      <td>{t("transaction.card", { network: t(`cardNetwork.${found.network}`), digits: found.cardLast4 })}</td>
      <td className={wide.only}>{found.voucherNumber}</td>
      <td className={wide.only}>{found.retrievalReference}</td>
      <td className={css.money}>
        <MoneyText amount={found.captured} look="strong" />
      </td>
      <td className={`${css.money} ${wide.only}`}>
        <MoneyText amount={found.refundable} />
      </td>
      <td className={`${css.cases} ${wide.only}`}>
        {found.cases.map(({ id, number }) => (
          <Link key={id} className="whole" to={`/cases/${number}`}>
            {number}
          </Link>
        ))}
      </td>
    </tr>
  );
}
