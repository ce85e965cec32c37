import { readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { PaymentNumbers, PaymentNumbersFragment } from "../transactions/PaymentNumbers.tsx";
import { SaleLines, SaleLinesFragment } from "../transactions/SaleLines.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { Part } from "../ui/Part.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { LifeLine } from "./transaction/LifeLine.tsx";
import { lifeOf, TransactionLifeFragment } from "./transaction/life.ts";
import css from "./transaction/transaction-page.module.css";

const TransactionPageQuery = graphql(
  `
    query TransactionPage($id: ID!) {
      transaction(id: $id) {
        id
        voucherNumber
        acquirerReference
        refundable {
          minor
          currency
        }
        ...SaleLines_transaction
        ...PaymentNumbers_transaction
        ...TransactionLife_transaction
      }
    }
  `,
  [SaleLinesFragment, PaymentNumbersFragment, TransactionLifeFragment],
);

/** One payment with all that became of it: charged, asked back, refunded, disputed. */
export function TransactionPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { id = "" } = useParams();
  const [{ data, error }, again] = useQuery({
    query: TransactionPageQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  if (error !== undefined && data === undefined)
    return <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />;
  if (data === undefined) return <Skeleton rows={6} label={t("common.loading")} />;
  const { transaction } = data;
  if (transaction === null) return <EmptyState isPage title={t("payment.gone")} hint={t("payment.goneHint")} />;
  const title = t("payment.title", { number: transaction.voucherNumber ?? transaction.acquirerReference });
  return (
    <article className={css.page}>
      <title>{t("common.title", { page: title })}</title>
      <header className={css.head}>
        <Link to="/transactions" className={css.back}>
          <Icon name="back" />
          {t("transactions.title")}
        </Link>
        <h1>{title}</h1>
        {viewer.permissions.includes("CASE_OPEN") && (
          <Link className={css.open} to={`/cases/new?transaction=${encodeURIComponent(transaction.id)}`}>
            <Icon name="plus" />
            {t("newCase.title")}
          </Link>
        )}
      </header>
      <div className={css.body}>
        <section className={css.life} aria-label={t("payment.life")}>
          <ol>
            {lifeOf(readFragment(TransactionLifeFragment, transaction)).map((moment) => (
              <LifeLine key={moment.key} moment={moment} />
            ))}
          </ol>
        </section>
        <aside className={css.side}>
          <Part title={t("payment.money")}>
            <ul className={css.money}>
              <SaleLines transaction={transaction} />
              <li className={css.left}>
                <span>{t("transactions.columns.refundable")}</span>
                <MoneyText amount={transaction.refundable} look="strong" />
              </li>
            </ul>
          </Part>
          <Part title={t("payment.numbers")}>
            <PaymentNumbers transaction={transaction} />
          </Part>
        </aside>
      </div>
    </article>
  );
}
