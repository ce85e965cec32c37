import { readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { PaymentLine, PaymentLineFragment } from "../../transactions/PaymentLine.tsx";
import { PaymentLookUp } from "../../transactions/PaymentLookUp.tsx";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { focusWhenDrawn } from "../../ui/focus-when-drawn.ts";
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
  /** What is wrong with the field, or how it is meant. */
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  /** The shop whose payments there are to choose from. */
  readonly merchantId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A payment, looked up as for a new case; what is chosen stands there whole, since it is not exchanged afterwards. */
export function PaymentChoice({ merchantId, value, onChange, ...control }: PaymentChoiceProps) {
  const { t } = useTranslation();
  /** What one has just pressed is gone: what stands there instead takes the focus. */
  const [wasPressed, setWasPressed] = useState(false);
  const [{ data, error }, again] = useQuery({
    query: PaymentChoiceQuery,
    variables: { id: value },
    pause: value === "",
  });
  const change = (next: string) => {
    setWasPressed(true);
    onChange(next);
  };
  if (value === "")
    return <PaymentLookUp answers={{ control, merchantId, takesFocus: wasPressed }} onChoose={change} />;
  const chosen = data?.transaction ?? null;
  return (
    <section
      className={css.choice}
      aria-label={t("field.payment")}
      tabIndex={-1}
      ref={wasPressed ? focusWhenDrawn : null}
    >
      {error !== undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data?.transaction === null && <p role="alert">{t("choice.lostPayment")}</p>}
      {chosen !== null && <PaymentLine transaction={readFragment(PaymentLineFragment, chosen)} />}
      <Button onClick={() => change("")}>{t("choice.otherPayment")}</Button>
    </section>
  );
}
