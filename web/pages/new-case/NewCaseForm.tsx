import { type FragmentOf, readFragment } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { RequestFields } from "../../cases/new-case/RequestFields.tsx";
import { RequestPreview, RequestPreviewFragment } from "../../cases/new-case/RequestPreview.tsx";
import { useRequestDraft } from "../../cases/new-case/request-draft.ts";
import { type RequestFaults, requestFaults } from "../../cases/new-case/request-faults.ts";
import { caseReasons } from "../../desk/filter-lists.ts";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { PaymentLine, PaymentLineFragment } from "../../transactions/PaymentLine.tsx";
import { amountText, readAmount, typedAmount } from "../../ui/amount.ts";
import { Button } from "../../ui/Button.tsx";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useIsHere } from "../../ui/use-is-here.ts";
import { useSettled } from "../../ui/use-settled.ts";
import css from "./new-case-page.module.css";
import { useOpenCase } from "./use-open-case.ts";

export const NewCaseFormFragment = graphql(
  `
    fragment NewCaseForm_transaction on Transaction {
      id
      refundable {
        minor
        currency
      }
      ...PaymentLine_transaction
    }
  `,
  [PaymentLineFragment],
);

const PreviewRequestQuery = graphql(
  `
    query PreviewRequest($input: PreviewRequestInput!) {
      previewRequest(input: $input) {
        duplicates {
          id
          closedAt
        }
        ...RequestPreview_preview
      }
    }
  `,
  [RequestPreviewFragment],
);

interface NewCaseFormProps {
  readonly transaction: FragmentOf<typeof NewCaseFormFragment>;
  readonly onOther: () => void;
}

/** What is asked at the left; what it would come to at the right, said anew as it is filled in. */
export function NewCaseForm({ transaction: of, onOther }: NewCaseFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isHere = useIsHere();
  const language = useLanguage();
  const transaction = readFragment(NewCaseFormFragment, of);
  const { currency } = transaction.refundable;
  const { draft, change, drop } = useRequestDraft(transaction.id, {
    amount: typedAmount(transaction.refundable),
    locale: language === "en" ? "EN" : "ZH_CN",
  });
  const [faults, setFaults] = useState<RequestFaults>({});
  const { sending, trouble, open } = useOpenCase();

  const amount = readAmount(draft.amount, currency);
  const rested = useSettled(draft.amount, 300);
  const asked = readAmount(rested, currency);
  const [answer, again] = useAnswer({
    query: PreviewRequestQuery,
    variables: {
      input: {
        transactionId: transaction.id,
        amount: { minor: asked?.minor ?? "0", currency },
        reason: draft.reason ?? "OTHER",
        proofs: [...draft.proofs],
      },
    },
    pause: asked === null || draft.reason === null,
    requestPolicy: "cache-and-network",
  });
  // What was foreseen of another amount stands beside this one no longer than it takes to type it.
  const { data, error } = rested === draft.amount ? answer : {};
  const preview = data?.previewRequest ?? null;
  const isAskedAlready = preview?.duplicates.some(({ closedAt }) => closedAt === null) === true;

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const lacking = requestFaults(draft, currency);
    setFaults(lacking);
    if (Object.keys(lacking).length > 0) return focusFirstWrong(event.currentTarget);
    if (amount === null || draft.reason === null) return;
    const number = await open(transaction.id, { ...draft, reason: draft.reason }, amount);
    if (number === null) return;
    drop();
    if (isHere.current) void navigate(`/cases/${number}`);
  }

  function wait() {
    if (draft.reason === null) return "newCase.chooseReason";
    return amount === null ? "newCase.fault.amount" : "common.loading";
  }

  return (
    <form className={css.body} onSubmit={(event) => void submit(event)} noValidate>
      <div className={css.story}>
        <div className={css.payment}>
          <PaymentLine transaction={readFragment(PaymentLineFragment, transaction)} />
          <Button size="small" onClick={onOther}>
            {t("newCase.other")}
          </Button>
        </div>
        <RequestFields
          draft={draft}
          currency={currency}
          reasons={caseReasons}
          faults={faults}
          onChange={(part) => {
            setFaults({});
            change(part);
          }}
        />
      </div>
      <aside className={css.side} aria-label={t("newCase.wouldBe")}>
        <div className={css.next}>
          {isAskedAlready && (
            <Notice kind="changed" title={t("newCase.askedAlready")}>
              <label className={css.another}>
                <input
                  type="checkbox"
                  checked={draft.despiteOpenCase}
                  onChange={({ target }) => change({ despiteOpenCase: target.checked })}
                />
                {t("newCase.anotherMatter")}
              </label>
            </Notice>
          )}
          {trouble !== null && (
            <Notice kind={trouble.kind} title={trouble.title}>
              <ul>
                {trouble.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </Notice>
          )}
          <Button type="submit" look="primary" size="big" wide busy={sending}>
            {amount === null ? t("newCase.open") : t("newCase.openOver", { amount: amountText(amount) })}
          </Button>
        </div>
        {preview !== null && <RequestPreview preview={preview} />}
        {preview === null && error !== undefined && (
          <>
            <p className={css.wait}>{t("newCase.notForeseen")}</p>
            <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
          </>
        )}
        {preview === null && error === undefined && <p className={css.wait}>{t(wait())}</p>}
      </aside>
    </form>
  );
}
