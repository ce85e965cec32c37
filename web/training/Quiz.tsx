import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import css from "./quiz.module.css";

export const QuizFragment = graphql(`
  fragment Quiz_quiz on Quiz {
    id
    number
    passMark
    submitted
    questions {
      place
      kind
      prompt
      options {
        place
        text
      }
    }
    outcomes {
      place
      right
      explanation
      rightOptions
    }
  }
`);

export type Answers = ReadonlyMap<number, readonly number[]>;

/** One attempt: every question on one page, each with its own choice; once handed in, what was right and why. */
export function Quiz({
  quiz: of,
  busy,
  onSubmit,
}: {
  readonly quiz: FragmentOf<typeof QuizFragment>;
  readonly busy: boolean;
  readonly onSubmit: (answers: Answers) => void;
}) {
  const { t } = useTranslation();
  const quiz = readFragment(QuizFragment, of);
  const [answers, setAnswers] = useState<Answers>(new Map());
  const open = quiz.questions.filter(({ place }) => (answers.get(place) ?? []).length === 0).length;

  function choose(question: number, option: number, isSingle: boolean): void {
    const now = answers.get(question) ?? [];
    const without = now.filter((place) => place !== option);
    const next = isSingle ? [option] : without.length === now.length ? [...now, option] : without;
    setAnswers(new Map(answers).set(question, next));
  }

  return (
    <form
      className={css.quiz}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(answers);
      }}
    >
      {quiz.questions.map(({ place, kind, prompt, options }) => {
        const outcome = quiz.outcomes.find((one) => one.place === place);
        const chosen = answers.get(place) ?? [];
        return (
          <fieldset key={place} className={css.question} disabled={quiz.submitted || busy}>
            <legend>
              {place + 1}. {prompt}
            </legend>
            <p className={css.hint}>{t(kind === "SINGLE" ? "training.lesson.choose" : "training.lesson.chooseMany")}</p>
            {options.map((option) => (
              <label key={option.place} className={css.option}>
                <input
                  type={kind === "SINGLE" ? "radio" : "checkbox"}
                  name={`question-${quiz.id}-${place}`}
                  checked={chosen.includes(option.place)}
                  onChange={() => choose(place, option.place, kind === "SINGLE")}
                />
                <span>{option.text}</span>
                {outcome?.rightOptions?.includes(option.place) === true && (
                  <small>{t("training.lesson.rightAnswer")}</small>
                )}
              </label>
            ))}
            {outcome !== undefined && (
              <p className={outcome.right ? css.right : css.wrong}>
                <Icon name={outcome.right ? "check" : "close"} size="s" />
                <span>
                  <b>{t(outcome.right ? "training.lesson.right" : "training.lesson.wrong")}</b> {outcome.explanation}
                </span>
              </p>
            )}
          </fieldset>
        );
      })}
      {!quiz.submitted && (
        <div className={css.foot}>
          <p role="status">{open > 0 && t("training.lesson.unanswered", { count: open })}</p>
          <Button type="submit" look="primary" size="touch" busy={busy} disabled={open > 0}>
            {t("training.lesson.submit")}
          </Button>
        </div>
      )}
    </form>
  );
}
