import { readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { PaymentLine, PaymentLineFragment } from "../../transactions/PaymentLine.tsx";
import { PaymentLookUp } from "../../transactions/PaymentLookUp.tsx";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import css from "./payment-choice.module.css";

const PaymentChoiceQuery = graphql(
  `
    query PaymentChoice($id: ID!) {
      transaction(id: $id) {
        id
        ...PaymentLine_transaction
      }
    }
  `,
  [PaymentLineFragment],
);

interface PaymentChoiceProps {
  readonly id: string;
  /** The shop whose payments there are to choose from. */
  readonly merchantId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A payment, looked up as for a new case; what is chosen stands there whole, since it is not exchanged afterwards. */
export function PaymentChoice({ id, merchantId, value, onChange }: PaymentChoiceProps) {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({
    query: PaymentChoiceQuery,
    variables: { id: value },
    pause: value === "",
  });
  if (value === "") return <PaymentLookUp answers={{ id, merchantId }} onChoose={onChange} />;
  const chosen = data?.transaction ?? null;
  return (
    <div className={css.choice}>
      {error !== undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data?.transaction === null && <p role="alert">{t("choice.lostPayment")}</p>}
      {chosen !== null && <PaymentLine transaction={readFragment(PaymentLineFragment, chosen)} />}
      <Button id={id} onClick={() => onChange("")}>
        {t("choice.otherPayment")}
      </Button>
    </div>
  );
}
