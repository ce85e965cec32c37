import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useShown } from "../graphql/use-answer.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { PaymentLookUp } from "../transactions/PaymentLookUp.tsx";
import { NewCaseForm, NewCaseFormFragment } from "./new-case/NewCaseForm.tsx";
import css from "./new-case/new-case-page.module.css";

const NewCasePageQuery = graphql(
  `
    query NewCasePage($id: ID!) {
      transaction(id: $id) {
        id
        ...NewCaseForm_transaction
      }
    }
  `,
  [NewCaseFormFragment],
);

/** A request by telephone or at the counter: first the payment, which stands in the address, then what is asked over it. */
export function NewCasePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const chosen = params.get("transaction");
  const [{ data, error }, again] = useShown({
    query: NewCasePageQuery,
    variables: { id: chosen ?? "" },
    pause: chosen === null,
  });
  const transaction = data?.transaction ?? null;
  return (
    <article className={css.page}>
      <title>{t("common.title", { page: t("newCase.title") })}</title>
      <h1>{t("newCase.title")}</h1>
      {transaction === null ? (
        <section className={css.find} aria-label={t("newCase.findPayment")}>
          {error !== undefined && (
            <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
          )}
          {data?.transaction === null && <p role="alert">{t("newCase.lostPayment")}</p>}
          <PaymentLookUp onChoose={(id) => setParams({ transaction: id })} />
        </section>
      ) : (
        <NewCaseForm key={transaction.id} transaction={transaction} onOther={() => setParams({})} />
      )}
    </article>
  );
}
