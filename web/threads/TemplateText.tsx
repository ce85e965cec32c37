import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { languageNames } from "../i18n/language.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { exampleOf, templateFields, withField } from "./template-example.ts";
import css from "./template-text.module.css";

const names = { zh: languageNames["zh-CN"], en: languageNames.en } as const;

/** A template in one language: its name, its text with the fields to put in, and how it reads when they are filled. */
export function TemplateText({
  language,
  name,
  body,
  onName,
  onBody,
}: {
  readonly language: "zh" | "en";
  readonly name: string;
  readonly body: string;
  readonly onName: (name: string) => void;
  readonly onBody: (body: string) => void;
}) {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const lang = language === "zh" ? "zh-CN" : "en";

  function put(field: string): void {
    const [next, at] = withField(body, box.current?.selectionStart ?? body.length, field);
    onBody(next);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at, at);
    });
  }

  return (
    <section className={css.side} aria-label={names[language]}>
      <h3>{names[language]}</h3>
      <Field label={t("templates.name")}>
        {(control) => (
          <input {...control} lang={lang} maxLength={80} value={name} onChange={({ target }) => onName(target.value)} />
        )}
      </Field>
      <Field label={t("templates.text")}>
        {(control) => (
          <textarea
            {...control}
            ref={box}
            lang={lang}
            rows={7}
            maxLength={4000}
            value={body}
            onChange={({ target }) => onBody(target.value)}
          />
        )}
      </Field>
      <p className={css.fields}>
        <span>{t("templates.putIn")}</span>
        {templateFields.map((field) => (
          <Button key={field.name} size="small" onClick={() => put(field.name)}>
            {t(`templates.field.${field.name.replace(".", "_") as FieldKey}`)}
          </Button>
        ))}
      </p>
      <h4>{t("templates.preview")}</h4>
      <p className={css.preview} lang={lang}>
        {exampleOf(body, language).map(({ text, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, in their order.
          <span key={index} className={css[kind]}>
            {text}
          </span>
        ))}
      </p>
    </section>
  );
}

type Dotless<Name extends string> = Name extends `${infer First}.${infer Rest}` ? `${First}_${Rest}` : Name;
type FieldKey = Dotless<(typeof templateFields)[number]["name"]>;
