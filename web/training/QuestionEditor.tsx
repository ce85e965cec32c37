import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Segments } from "../ui/Segments.tsx";
import { emptyText, type Question, replaced, without } from "./course-content.ts";
import css from "./course-editor.module.css";
import { TextPair } from "./TextPair.tsx";

/** One question with its options; of a single choice one is right, and choosing another moves it. */
export function QuestionEditor({
  number,
  question,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { kind, options } = question;
  const isSingle = kind === "SINGLE";

  function mark(at: number, right: boolean): void {
    onChange({
      ...question,
      options: options.map((option, index) => {
        if (index === at) return { ...option, right };
        return isSingle && right ? { ...option, right: false } : option;
      }),
    });
  }

  /** Of a single choice one is right: the first of those that were. */
  function become(next: Question["kind"]): void {
    const first = options.findIndex(({ right }) => right);
    const fits = options.map((option, index) => ({ ...option, right: option.right && index === first }));
    onChange({ ...question, kind: next, options: next === "SINGLE" ? fits : options });
  }

  return (
    <fieldset className={css.part}>
      <legend>{t("training.edit.question", { number })}</legend>
      <Segments
        legend={t("training.edit.kind")}
        value={kind}
        onChange={become}
        options={[
          { value: "SINGLE", label: t("training.edit.single") },
          { value: "MULTIPLE", label: t("training.edit.multiple") },
        ]}
      />
      <TextPair
        label={t("training.edit.prompt")}
        value={question.prompt}
        onChange={(prompt) => onChange({ ...question, prompt })}
      />
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is known by its place alone
        <div key={index} className={css.option}>
          <label>
            <input
              type={isSingle ? "radio" : "checkbox"}
              name={`right-${number}`}
              checked={option.right}
              onChange={({ target }) => mark(index, target.checked)}
            />
            {t("training.edit.right")}
          </label>
          <TextPair
            label={t("training.edit.option", { number: index + 1 })}
            value={option.text}
            onChange={(text) => onChange({ ...question, options: replaced(options, index, { ...option, text }) })}
          />
          <Button size="small" onClick={() => onChange({ ...question, options: without(options, index) })}>
            {t("training.edit.remove")}
          </Button>
        </div>
      ))}
      <TextPair
        label={t("training.edit.explanation")}
        value={question.explanation}
        onChange={(explanation) => onChange({ ...question, explanation })}
      />
      <div className={css.buttons}>
        <Button
          size="small"
          onClick={() => onChange({ ...question, options: [...options, { text: emptyText, right: false }] })}
        >
          {t("training.edit.addOption")}
        </Button>
        <Button size="small" onClick={onRemove}>
          {t("training.edit.removeQuestion")}
        </Button>
      </div>
    </fieldset>
  );
}
