import { Table, type TableColumnsType } from "antd";
import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";

export const TransactionTableFragment = graphql(`
  fragment TransactionTable_transaction on Transaction {
    id
    kind
    processedAt
    network
    cardLast4
    voucherNumber
    retrievalReference
    terminalNumber
    merchant {
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

type Row = ResultOf<typeof TransactionTableFragment>;

export function TransactionTable({
  transactions,
  loading,
}: {
  readonly transactions: readonly FragmentOf<typeof TransactionTableFragment>[];
  readonly loading: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = (
    name:
      | "processedAt"
      | "merchant"
      | "terminal"
      | "card"
      | "voucher"
      | "retrieval"
      | "captured"
      | "refundable"
      | "cases",
  ) => t(`transactions.columns.${name}`);
  const columns: TableColumnsType<Row> = [
    {
      title: title("processedAt"),
      key: "at",
      render: (_, { id, processedAt }) => (
        <Link to={`/transactions/${encodeURIComponent(id)}`}>{exactText(processedAt)}</Link>
      ),
    },
    {
      title: title("merchant"),
      key: "merchant",
      render: (_, { merchant }) => (language === "zh-CN" ? (merchant.nameZh ?? merchant.name) : merchant.name),
    },
    { title: title("terminal"), dataIndex: "terminalNumber", key: "terminal" },
    {
      title: title("card"),
      key: "card",
      render: (_, { network, cardLast4 }) =>
        t("transaction.card", { network: t(`cardNetwork.${network}`), digits: cardLast4 }),
    },
    { title: title("voucher"), dataIndex: "voucherNumber", key: "voucher" },
    { title: title("retrieval"), dataIndex: "retrievalReference", key: "retrieval" },
    {
      title: title("captured"),
      key: "captured",
      align: "right",
      render: (_, { captured }) => <MoneyText amount={captured} look="strong" />,
    },
    {
      title: title("refundable"),
      key: "refundable",
      align: "right",
      render: (_, { refundable }) => <MoneyText amount={refundable} />,
    },
    {
      title: title("cases"),
      key: "cases",
      render: (_, { cases }) =>
        cases.map(({ id, number }) => (
          <Link key={id} to={`/cases/${number}`} style={{ display: "block", whiteSpace: "nowrap" }}>
            {number}
          </Link>
        )),
    },
  ];
  return (
    <ScrollBox label={t("transactions.title")}>
      <Table<Row>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={transactions.map((transaction) => readFragment(TransactionTableFragment, transaction))}
        loading={loading}
        pagination={false}
      />
    </ScrollBox>
  );
}
