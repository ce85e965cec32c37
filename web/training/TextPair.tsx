import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import type { Text } from "./course-content.ts";
import css from "./course-editor.module.css";

/** One text in both languages, side by side; below each other on the phone. */
export function TextPair({
  label,
  value,
  rows = 1,
  hint,
  onChange,
}: {
  readonly label: string;
  readonly value: Text;
  readonly rows?: number;
  readonly hint?: string;
  readonly onChange: (value: Text) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={css.pair}>
      {(["zh", "en"] as const).map((language) => (
        <Field
          key={language}
          label={t("common.separated", { first: label, second: t(`training.edit.${language}`) })}
          hint={hint}
        >
          {(control) => (
            <textarea
              {...control}
              rows={rows}
              lang={language === "zh" ? "zh-CN" : "en"}
              value={value[language]}
              onChange={({ target }) => onChange({ ...value, [language]: target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
