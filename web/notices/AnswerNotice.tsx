import { type FragmentOf, readFragment } from "gql.tada";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { NoticePoint } from "../graphql/words.ts";
import { exactText } from "../i18n/times.ts";
import { Button } from "../ui/Button.tsx";
import { type DraftShape, useDraft } from "../ui/drafts/use-draft.ts";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { wholeWords } from "../ui/whole-words.tsx";
import css from "./answer-notice.module.css";

export const AnswerNoticeFragment = graphql(`
  fragment AnswerNotice_notice on Notice {
    id
    kind
    text {
      subject
    }
    facts {
      amount {
        minor
        currency
      }
      state
      at
    }
  }
`);

const AnswerNoticeMutation = graphql(`
  mutation AnswerNotice($input: AnswerNoticeInput!) {
    answerNotice(input: $input) {
      __typename
      ... on NoticeDone {
        notice {
          id
          answer
          answeredAt
          queried
        }
      }
      ... on NoticeRefused {
        message
      }
    }
  }
`);

interface Question {
  readonly queried: readonly NoticePoint[];
  readonly isAsking: boolean;
  readonly message: string;
}

const points: readonly NoticePoint[] = ["AMOUNT", "STATE", "TIME"];

const questionDraft: DraftShape<Question> = {
  fresh: () => ({ queried: [], isAsking: false, message: "" }),
  read: (kept) => {
    if (typeof kept !== "object" || kept === null) return null;
    const { queried, isAsking, message } = kept as Partial<Record<keyof Question, unknown>>;
    if (!Array.isArray(queried) || typeof isAsking !== "boolean" || typeof message !== "string") return null;
    return { queried: points.filter((point) => queried.includes(point)), isAsking, message };
  },
};

interface AnswerNoticeProps {
  readonly notice: FragmentOf<typeof AnswerNoticeFragment>;
  /** The server took it; lists that count what waits are asked again. */
  readonly onAnswered?: () => void;
}

/** A shop or a bank checks amount, state and time, each by itself: it confirms them, or asks about what is wrong. */
export function AnswerNotice({ notice: of, onAnswered }: AnswerNoticeProps) {
  const { t } = useTranslation();
  const { id, kind, facts, text } = readFragment(AnswerNoticeFragment, of);
  const { value: asked, change, clear } = useDraft(`answer.${id}`, questionDraft);
  const { queried, isAsking, message } = asked;
  const [{ fetching, data, error }, send] = useMutation(AnswerNoticeMutation);
  if (facts === null) return null;
  const refused = data?.answerNotice.__typename === "NoticeRefused" ? data.answerNotice.message : "";

  async function answer(input: { readonly answer: "CONFIRMED" | "QUERIED"; readonly message: string | null }) {
    const { data: answered } = await send({ input: { noticeId: id, queried: [...queried], ...input } });
    if (answered?.answerNotice.__typename !== "NoticeDone") return;
    clear();
    onAnswered?.();
  }
  function ask(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void answer({ answer: "QUERIED", message });
  }
  function mark(point: NoticePoint, isWrong: boolean): void {
    const next = queried.filter((one) => one !== point);
    change({ ...asked, queried: isWrong ? [...next, point] : next, isAsking: isAsking || isWrong });
  }
  const { amount, state, at } = facts;
  const values: Record<NoticePoint, ReactNode> = {
    AMOUNT: amount === null ? null : <MoneyText amount={amount} look="strong" />,
    STATE: state === null ? null : t(`caseState.${state}`),
    TIME: exactText(at),
  };

  return (
    <form className={css.answer} onSubmit={ask}>
      <fieldset className={css.points}>
        <legend>{wholeWords(text?.subject ?? t(`noticeKind.${kind}`))}</legend>
        {points.map((point) =>
          values[point] === null ? null : (
            <div key={point} className={css.point}>
              <span className={css.name}>{t(`noticePoint.${point}`)}</span>
              <span className={css.value}>{values[point]}</span>
              <label className={css.wrong}>
                <input
                  type="checkbox"
                  checked={queried.includes(point)}
                  onChange={({ target }) => mark(point, target.checked)}
                />
                {t("answers.wrong")}
              </label>
            </div>
          ),
        )}
      </fieldset>
      {isAsking ? (
        <>
          <Field label={t("answers.question")} hint={t("answers.questionHint")}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={2000}
                required
                value={message}
                onChange={({ target }) => change({ ...asked, message: target.value })}
              />
            )}
          </Field>
          <div className={css.buttons}>
            <Button type="submit" busy={fetching}>
              {t("answers.send")}
            </Button>
            <Button look="ghost" onClick={clear}>
              {t("common.cancel")}
            </Button>
          </div>
        </>
      ) : (
        <div className={css.buttons}>
          <Button busy={fetching} onClick={() => void answer({ answer: "CONFIRMED", message: null })}>
            {t("answers.confirm")}
          </Button>
          <Button look="ghost" onClick={() => change({ ...asked, isAsking: true })}>
            {t("answers.query")}
          </Button>
        </div>
      )}
      <p role="status" className={css.said}>
        {error === undefined ? refused : failureLine(t, failureOf(error))}
      </p>
    </form>
  );
}
