import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useAnswer } from "../graphql/use-answer.ts";
import type { ApprovalVerdict } from "../graphql/words.ts";
import { Button } from "../ui/Button.tsx";
import { draftOf, textDraft, useDraft } from "../ui/drafts/use-draft.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { LearnInstead } from "../ui/LearnInstead.tsx";
import { Modal } from "../ui/Modal.tsx";
import { MoneyText } from "../ui/MoneyText.tsx";
import { ApprovalAbout } from "./ApprovalAbout.tsx";
import css from "./batch-preview.module.css";
import type { Against, Refused } from "./RefusedRows.tsx";
import { type Chosen, useDecide } from "./use-decide.ts";

const ApprovalPreviewQuery = graphql(`
  query ApprovalPreview($ids: [ID!]!, $verdict: ApprovalVerdict!) {
    approvalPreview(ids: $ids, verdict: $verdict) {
      totals {
        minor
        currency
      }
      requests {
        id
        version
        kind
        mayDecide
        mayReject
        inPlaceOf
        facts {
          name
          value
        }
        amount {
          minor
          currency
        }
        reasons {
          code
          message
          course {
            id
            code
            title
          }
          colleagues {
            id
            name
          }
        }
        case {
          id
          number
        }
      }
    }
  }
`);

/** What will happen to each, and to the money; then what came of each. Nothing happens before the last press. */
export function BatchPreview({
  chosen,
  verdict,
  onClose,
  onDone,
}: {
  readonly chosen: readonly Chosen[];
  readonly verdict: ApprovalVerdict;
  /** `isUnsure`: what was sent was not answered, and some of it may be done. */
  readonly onClose: (isUnsure: boolean) => void;
  /** With what was not decided after all. */
  readonly onDone: (refused: readonly Refused[]) => void;
}) {
  const { t } = useTranslation();
  const ids = chosen.map(({ id }) => id);
  const { value: note, change: setNote, clear } = useDraft(draftOf(`approvals.${verdict}`, ids), textDraft);
  // It stays as it was when the person decided; the list behind it goes on.
  const [decided, setDecided] = useState<ResultOf<typeof ApprovalPreviewQuery> | null>(null);
  const [{ data: present, error, stale }, again] = useAnswer({
    query: ApprovalPreviewQuery,
    variables: { ids, verdict },
    requestPolicy: "network-only",
    pause: decided !== null,
  });
  const data = decided ?? present;
  const { sending, failure, rows, send } = useDecide(verdict);
  const grants = verdict === "GRANT";
  const requests = (data?.approvalPreview?.requests ?? []).map((request) => {
    const may = grants ? request.mayDecide : request.mayReject;
    return { ...request, may, reasons: may ? [] : request.reasons };
  });
  const totals = data?.approvalPreview?.totals ?? [];
  const allowed = requests.filter(({ may }) => may);
  const isPaidOutside = allowed.some(({ kind }) => kind === "MANUAL_REFUND");
  const moves = grants ? (isPaidOutside ? "wouldMoveOrCount" : "wouldMove") : "wouldFree";
  const answerOf = (id: string) => rows?.find((row) => row.id === id)?.result;
  const reasonsOf = (id: string): readonly Against[] => {
    const answer = answerOf(id);
    if (answer?.__typename === "ApprovalRefused") return answer.reasons;
    return answer !== undefined && "message" in answer
      ? [{ message: answer.message, course: null, colleagues: [] }]
      : [];
  };
  const finish = () =>
    onDone(
      requests.flatMap(({ id, kind, case: of, may, reasons: shut }) => {
        const reasons = may ? reasonsOf(id) : shut;
        return reasons.length === 0 ? [] : [{ id, kind, caseNumber: of?.number ?? null, reasons }];
      }),
    );
  const leave = () => onClose(failure !== null);
  const close = rows === null ? leave : finish;
  return (
    <Modal label={t(grants ? "approvals.previewGrant" : "approvals.previewReject")} heading onClose={close}>
      <div className={css.preview} aria-live="polite">
        {error !== undefined && (
          <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {failure !== null && <FailureNotice failure={failure} isWrite unsure={t("bulk.failed")} />}
        <ul className={css.rows} aria-label={rows === null ? undefined : t("approvals.results")}>
          {requests.map((request) => {
            const answer = answerOf(request.id);
            const done = answer?.__typename === "ApprovalDecided";
            const against = answer === undefined ? request.reasons : reasonsOf(request.id);
            const good = answer === undefined ? request.may : done;
            const word =
              answer === undefined
                ? t(request.may ? "approvals.allowed" : "approvals.shut")
                : done
                  ? t(grants ? "approvals.doneGrant" : "approvals.doneReject")
                  : "";
            return (
              <li key={request.id} data-good={good}>
                <Icon name={good ? "check" : "lock"} size="s" />
                <div>
                  <p className={css.name}>
                    {t(`approvalKind.${request.kind}`)} <span className={css.number}>{request.case?.number}</span>{" "}
                    <span className={css.word}>{word}</span>
                  </p>
                  <ApprovalAbout facts={request.facts} amount={request.amount} />
                  {request.inPlaceOf !== null && good && (
                    <p className={css.why}>{t("approvals.inPlaceOf", { name: request.inPlaceOf })}</p>
                  )}
                  {against.map(({ message }) => (
                    <p key={message} className={css.why}>
                      {message}
                    </p>
                  ))}
                  <LearnInstead reasons={against} />
                </div>
                {request.amount !== null && <MoneyText amount={request.amount} look="held" />}
              </li>
            );
          })}
        </ul>
        {rows === null && (
          <>
            {totals.length > 0 && (
              <div className={css.totals}>
                <span>{t(`approvals.${moves}`)}</span>
                {totals.map((total) => (
                  <MoneyText key={total.currency} amount={total} look="strong" />
                ))}
              </div>
            )}
            <form
              onKeyDown={(event) => {
                if (event.key !== "Enter" || isComposing(event)) return;
                if (event.ctrlKey || event.metaKey) event.currentTarget.requestSubmit();
              }}
              onSubmit={(event) => {
                event.preventDefault();
                if (sending || stale || data === undefined || allowed.length === 0) return;
                void send(allowed, note).then((isAnswered) => {
                  if (!isAnswered) return;
                  setDecided(data);
                  clear();
                });
              }}
            >
              <Field label={t("approvals.note")} hint={t("approvals.noteHint")}>
                {(control) => (
                  <textarea
                    {...control}
                    data-first-focus
                    value={note}
                    maxLength={4000}
                    required={!grants}
                    onChange={({ target }) => setNote(target.value)}
                  />
                )}
              </Field>
              <div className={css.foot}>
                <Button
                  onClick={() => {
                    clear();
                    leave();
                  }}
                >
                  {t("common.cancel")}
                </Button>
                <Button look="primary" type="submit" busy={sending || stale} disabled={allowed.length === 0}>
                  {t(grants ? "approvals.confirmGrant" : "approvals.confirmReject", { count: allowed.length })}
                </Button>
              </div>
            </form>
          </>
        )}
        {rows !== null && (
          <div className={css.foot}>
            <Button look="primary" autoFocus onClick={finish}>
              {t("common.close")}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  );
}
