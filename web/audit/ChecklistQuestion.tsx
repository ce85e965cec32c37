import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SampleQuestionCode } from "../graphql/words.ts";
import { isComposing } from "../ui/is-composing.ts";
import css from "./checklist.module.css";
import { type Said, sampleAnswers } from "./sample-words.ts";

interface ChecklistQuestionProps {
  readonly question: { readonly code: SampleQuestionCode; readonly text: string; readonly hint: string };
  readonly said: Said | null;
  /** The keys answer this one. */
  readonly isCurrent: boolean;
  readonly disabled: boolean;
  readonly onReach: () => void;
  readonly onSay: (said: Said) => void;
  /** The note is written: on to the next. */
  readonly onLeave: () => void;
}

/** One question: what is asked, where to look, three answers, and a note where the answer is no. */
export function ChecklistQuestion(props: ChecklistQuestionProps) {
  const { question, said, isCurrent, disabled, onReach, onSay, onLeave } = props;
  const { t } = useTranslation();
  const name = useId();
  const { code, text, hint } = question;
  return (
    <li className={css.question} data-current={isCurrent} onFocus={onReach}>
      <fieldset disabled={disabled}>
        <legend>{text}</legend>
        <p className={css.hint}>{hint}</p>
        <div className={css.answers}>
          {sampleAnswers.map((answer) => (
            <label key={answer}>
              <input
                type="radio"
                name={name}
                checked={said?.answer === answer}
                onChange={() => onSay({ answer, note: said?.note ?? "" })}
              />
              {t(`samples.answers.${answer}`)}
            </label>
          ))}
        </div>
        <input
          id={`note-${code}`}
          className={css.note}
          aria-label={t("samples.noteFor", { question: text })}
          placeholder={t("samples.note")}
          maxLength={1000}
          required={said?.answer === "NO"}
          value={said?.note ?? ""}
          onChange={({ target }) => onSay({ answer: said?.answer ?? "NO", note: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event)) return;
            event.preventDefault();
            event.currentTarget.blur();
            onLeave();
          }}
        />
      </fieldset>
    </li>
  );
}
