import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { type Content, emptyQuestion, emptySection, replaced, without } from "./course-content.ts";
import css from "./course-editor.module.css";
import { QuestionEditor } from "./QuestionEditor.tsx";
import { TextPair } from "./TextPair.tsx";

/** A course's text, quiz and numbers. It holds nothing itself: what is written is its page's. */
export function CourseEditor({
  content,
  onChange,
}: {
  readonly content: Content;
  readonly onChange: (content: Content) => void;
}) {
  const { t } = useTranslation();
  const { sections, questions } = content;
  const change = (part: Partial<Content>) => onChange({ ...content, ...part });
  return (
    <>
      <TextPair label={t("training.edit.name")} value={content.title} onChange={(title) => change({ title })} />
      <TextPair
        label={t("training.edit.summary")}
        rows={2}
        value={content.summary}
        onChange={(summary) => change({ summary })}
      />
      <div className={css.numbers}>
        <NumberField
          label={t("training.edit.minutes")}
          value={content.minutes}
          onChange={(minutes) => change({ minutes: minutes ?? 0 })}
        />
        <NumberField
          label={t("training.edit.passMark")}
          value={content.passMark}
          onChange={(passMark) => change({ passMark: passMark ?? 0 })}
        />
        <NumberField
          label={t("training.edit.validity")}
          hint={t("training.edit.validityHint")}
          value={content.validityMonths}
          onChange={(validityMonths) => change({ validityMonths })}
        />
        <NumberField
          label={t("training.edit.attempts")}
          hint={t("training.edit.attemptsHint")}
          value={content.attemptsAllowed}
          onChange={(attemptsAllowed) => change({ attemptsAllowed })}
        />
      </div>
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its place alone
        <fieldset key={index} className={css.part}>
          <legend>{t("training.edit.section", { number: index + 1 })}</legend>
          <TextPair
            label={t("training.edit.heading")}
            value={section.heading}
            onChange={(heading) => change({ sections: replaced(sections, index, { ...section, heading }) })}
          />
          <TextPair
            label={t("training.edit.body")}
            hint={t("training.edit.bodyHint")}
            rows={6}
            value={section.body}
            onChange={(body) => change({ sections: replaced(sections, index, { ...section, body }) })}
          />
          <div className={css.buttons}>
            <Button size="small" onClick={() => change({ sections: without(sections, index) })}>
              {t("training.edit.removeSection")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className={css.buttons}>
        <Button onClick={() => change({ sections: [...sections, emptySection] })}>
          {t("training.edit.addSection")}
        </Button>
      </div>
      {questions.map((question, index) => (
        <QuestionEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is known by its place alone
          key={index}
          number={index + 1}
          question={question}
          onChange={(next) => change({ questions: replaced(questions, index, next) })}
          onRemove={() => change({ questions: without(questions, index) })}
        />
      ))}
      <div className={css.buttons}>
        <Button onClick={() => change({ questions: [...questions, emptyQuestion] })}>
          {t("training.edit.addQuestion")}
        </Button>
      </div>
    </>
  );
}

/** A whole number; empty is none. */
export function NumberField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <input
          {...control}
          type="number"
          min={0}
          value={value ?? ""}
          onChange={({ target }) => onChange(target.value === "" ? null : Math.trunc(Number(target.value)))}
        />
      )}
    </Field>
  );
}
