import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { TextFields } from "./text-fields.ts";

/** A text of the policy in both languages; neither is the original. */
export function BothLanguages({ name, text, onChange }: TextFields & { readonly name: "title" | "publicText" }) {
  const { t } = useTranslation();
  return (["zh", "en"] as const).map((language) => {
    const value = text[name][language];
    const change = (to: string) => onChange({ [name]: { ...text[name], [language]: to } });
    return (
      <Field key={language} label={t(`policies.field.${name}.${language}`)}>
        {(control) =>
          name === "title" ? (
            <input {...control} maxLength={200} value={value} onChange={({ target }) => change(target.value)} />
          ) : (
            <textarea {...control} maxLength={20_000} value={value} onChange={({ target }) => change(target.value)} />
          )
        }
      </Field>
    );
  });
}
