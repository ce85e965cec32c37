import { readFragment } from "gql.tada";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { TransactionKind } from "../graphql/words.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { useSettled } from "../ui/use-settled.ts";
import { PaymentLine, PaymentLineFragment } from "./PaymentLine.tsx";
import css from "./payment-look-up.module.css";

const LookUpPaymentsQuery = graphql(
  `
    query LookUpPayments($text: String!, $merchantId: ID, $kinds: [TransactionKind!]) {
      transactions(filter: { text: $text, merchantId: $merchantId, kinds: $kinds }, first: 8) {
        edges {
          node {
            id
            ...PaymentLine_transaction
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [PaymentLineFragment],
);

/** Whoever types is asked for after a moment's rest. */
const RESTS_MS = 180;
const SHORTEST = 3;

interface PaymentLookUpProps {
  readonly onChoose: (transactionId: string) => void;
  /** As the answer to a form's question: under the form's own label, and among payments of this shop alone. */
  readonly answers?: {
    readonly control: { readonly id: string; readonly "aria-describedby"?: string; readonly "aria-invalid"?: true };
    readonly merchantId: string;
    /** It stands where something was pressed that is gone. */
    readonly takesFocus: boolean;
  };
}

/** By these a customer has paid; voids and refunds are the way back. */
const paidKinds: TransactionKind[] = ["SALE", "PREAUTHORIZATION", "COMPLETION"];

/** Finds a payment while somebody types what they read off the slip; up, down and Enter choose. */
export function PaymentLookUp({ onChoose, answers }: PaymentLookUpProps) {
  const { t } = useTranslation();
  const ownId = useId();
  const id = answers?.control.id ?? ownId;
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), RESTS_MS);
  const [{ data, error, fetching }, again] = useQuery({
    query: LookUpPaymentsQuery,
    variables: { text: asked, ...(answers && { merchantId: answers.merchantId, kinds: paidKinds }) },
    pause: asked.length < SHORTEST,
  });
  const hits = asked.length < SHORTEST ? [] : (data?.transactions.edges ?? []).map(({ node }) => node);
  const current = Math.min(at, hits.length - 1);
  const isSettled = asked === text.trim() && !fetching && data !== undefined;

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    const chosen = hits[current];
    if (step !== undefined && hits.length > 0) setAt((current + step + hits.length) % hits.length);
    else if (event.key === "Enter" && chosen !== undefined && isSettled) onChoose(chosen.id);
    else return;
    event.preventDefault();
  }

  return (
    <div className={css.lookUp}>
      {answers === undefined && <label htmlFor={id}>{t("newCase.lookUp")}</label>}
      <input
        {...answers?.control}
        id={id}
        className={css.control}
        type="search"
        role="combobox"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the page is this question, and the caller is on the line
        autoFocus={answers?.takesFocus ?? true}
        maxLength={200}
        value={text}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-hits`}
        aria-describedby={[answers?.control["aria-describedby"] ?? [], `${id}-hint`].flat().join(" ")}
        {...(hits.length > 0 && { "aria-activedescendant": `${id}-${current}` })}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={css.hint}>
        {t("newCase.lookUpHint")}
      </p>
      <p className="quiet" role="status">
        {isSettled && t("newCase.hits", { count: hits.length })}
      </p>
      <div id={`${id}-hits`} role="listbox" aria-label={t("newCase.payments")} className={css.hits}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as a combobox has it
          <div
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => onChoose(hit.id)}
          >
            <PaymentLine transaction={readFragment(PaymentLineFragment, hit)} />
          </div>
        ))}
      </div>
      {error !== undefined && !fetching && asked.length >= SHORTEST && (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {isSettled && hits.length === 0 && <p className={css.none}>{t("newCase.nothingFits")}</p>}
      {isSettled && data.transactions.pageInfo.hasNextPage && <p className={css.hint}>{t("newCase.more")}</p>}
    </div>
  );
}
