import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./account.module.css";
import { changePassword, type Trouble } from "./login-api.ts";

/** As log-in asks for it (`platform/login/login-options.ts`). */
const SHORTEST = 12;
const LONGEST = 200;

/** The old one once more, since a screen may be found open; every other session ends with the change. */
export function PasswordPart({ email, onChanged }: { readonly email: string; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<"done" | Trouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    setBusy(true);
    const changed = await changePassword(String(typed.get("current") ?? ""), String(typed.get("next") ?? ""));
    setBusy(false);
    setAnswer(changed.done ? "done" : changed.why);
    if (!changed.done) return;
    form.reset();
    onChanged();
  }

  return (
    <Part title={t("account.password")}>
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        {/* For whatever keeps passwords, so that it knows whose this is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label={t("account.current")}>
          {(control) => <input {...control} name="current" type="password" autoComplete="current-password" required />}
        </Field>
        <Field label={t("account.next")} hint={t("account.nextHint", { count: SHORTEST })}>
          {(control) => (
            <input
              {...control}
              name="next"
              type="password"
              autoComplete="new-password"
              minLength={SHORTEST}
              maxLength={LONGEST}
              required
            />
          )}
        </Field>
        {answer === "done" && <Notice kind="done" title={t("account.passwordChanged")} />}
        {answer !== null && answer !== "done" && <Notice kind="no" title={t(`account.trouble.${answer}`)} />}
        <Button type="submit" busy={busy}>
          {t("account.changePassword")}
        </Button>
      </form>
    </Part>
  );
}
