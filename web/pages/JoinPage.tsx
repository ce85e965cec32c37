import { type FormEvent, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { Brand } from "../shell/Brand.tsx";
import { type Invited, type JoinTrouble, join, lookAtInvitation } from "../shell/join.ts";
import { LanguageSwitch } from "../shell/LanguageSwitch.tsx";
import { signIn } from "../shell/sign-in.ts";
import form from "../shell/sign-in-form.module.css";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./sign-in-page.module.css";

/** Whoever was invited chooses their password, once, and is signed in. */
export function JoinPage() {
  const { t } = useTranslation();
  const { token = "" } = useParams();
  const [invited, setInvited] = useState<Invited | null>(null);
  const [trouble, setTrouble] = useState<JoinTrouble | null>(null);
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    setTrouble(null);
    const found = await lookAtInvitation(token);
    if (typeof found === "string") setTrouble(found);
    else setInvited(found);
  }, [token]);
  useEffect(() => void look(), [look]);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (invited === null) return;
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setBusy(true);
    setTrouble(null);
    const answer = await join(token, password);
    if (answer === "joined") {
      const signedIn = await signIn(invited.email, password);
      location.replace(signedIn === "done" ? "/" : "/sign-in");
      return;
    }
    setBusy(false);
    setTrouble(answer);
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("join.title") })}</title>
      <header className={css.top}>
        <Brand />
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <form className={form.form} onSubmit={(event) => void submit(event)}>
          <h1>{t("join.title")}</h1>
          {invited !== null && trouble !== "gone" && (
            <>
              <p>{t("join.welcome", { name: invited.name })}</p>
              <Field label={t("signIn.email")}>
                {(control) => (
                  <input
                    {...control}
                    name="email"
                    type="email"
                    autoComplete="username"
                    readOnly
                    value={invited.email}
                  />
                )}
              </Field>
              <Field label={t("join.password")} hint={t("join.passwordHint")}>
                {(control) => (
                  <input
                    {...control}
                    name="password"
                    type="password"
                    autoComplete="new-password"
                    required
                    minLength={12}
                    maxLength={200}
                  />
                )}
              </Field>
            </>
          )}
          {trouble === "gone" && (
            <Notice kind="no" title={t("join.gone")} action={<a href="/sign-in">{t("signIn.title")}</a>} />
          )}
          {trouble !== null && trouble !== "gone" && <Notice kind="unreached" title={t(`join.${trouble}`)} />}
          {invited === null && trouble !== null && trouble !== "gone" && (
            <Button size="big" wide onClick={() => void look()}>
              {t("common.retry")}
            </Button>
          )}
          {invited !== null && trouble !== "gone" && (
            <Button type="submit" look="primary" size="big" wide busy={busy}>
              {t("join.submit")}
            </Button>
          )}
        </form>
      </main>
    </div>
  );
}
