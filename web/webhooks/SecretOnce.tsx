import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { copyText } from "../ui/copy-text.ts";
import { Field } from "../ui/Field.tsx";
import css from "./webhooks.module.css";

/** A secret that nothing can show again: it stays until somebody says that it is stored. */
export function SecretOnce({
  title,
  secret,
  onStored,
}: {
  /** What was done, so that nobody has to guess it from a secret. */
  readonly title: string;
  readonly secret: string;
  readonly onStored: () => void;
}) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const copy = async () => setSaid(t((await copyText(secret)) ? "webhooks.copied" : "webhooks.copyByHand"));
  return (
    <section className={css.secret}>
      <h2>{title}</h2>
      <Field label={t("webhooks.secretTitle")} hint={t("webhooks.secretHint")}>
        {(control) => (
          // On a phone it is longer than a line, and is read whole by whoever cannot copy it.
          <textarea
            {...control}
            className={`${control.className} ${css.whole}`}
            rows={1}
            readOnly
            data-first-focus
            spellCheck={false}
            value={secret}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <p role="status" className={css.quiet}>
        {said}
      </p>
      <div className={css.foot}>
        <Button onClick={() => void copy()}>{t("webhooks.copy")}</Button>
        <Button look="primary" onClick={onStored}>
          {t("webhooks.stored")}
        </Button>
      </div>
    </section>
  );
}
