import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { focusWhenDrawn } from "../ui/focus-when-drawn.ts";
import { Notice } from "../ui/Notice.tsx";
import css from "./account.module.css";
import type { Answer, Trouble } from "./login-api.ts";

/** The password before something that whoever finds the screen open must not do. */
export function PasswordAsk<T>({
  submit,
  ask,
  onDone,
  onCancel,
}: {
  /** What the button does, in its own words. */
  readonly submit: string;
  readonly ask: (password: string) => Promise<Answer<T>>;
  readonly onDone: (value: T) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setBusy(true);
    const answer = await ask(password);
    setBusy(false);
    if (answer.done) onDone(answer.value);
    else setTrouble(answer.why);
  }

  return (
    <form className={css.form} onSubmit={(event) => void send(event)}>
      <Field label={t("account.current")} hint={t("account.currentWhy")}>
        {(control) => (
          <input
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            ref={focusWhenDrawn}
          />
        )}
      </Field>
      {trouble !== null && <Notice kind="no" title={t(`account.trouble.${trouble}`)} />}
      <div className={css.row}>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
      </div>
    </form>
  );
}
