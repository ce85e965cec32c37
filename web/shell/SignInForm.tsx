import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { focusWhenDrawn } from "../ui/focus-when-drawn.ts";
import { Notice } from "../ui/Notice.tsx";
import { type SignInAnswer, signIn, verifySecondFactor } from "./sign-in.ts";
import css from "./sign-in-form.module.css";

type Trouble = Exclude<SignInAnswer, "done" | "secondFactor">;

/** Asks for the password, then for the second factor where there is one. What is wrong stays beside what was typed. */
export function SignInForm({
  title,
  why,
  onDone,
}: {
  readonly title: string;
  /** Why it is asked, where the reader did not ask for it. */
  readonly why: string | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState<"password" | "code">("password");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "");
    setBusy(true);
    setTrouble(null);
    const answer =
      step === "password"
        ? await signIn(typed("email").trim(), typed("password"))
        : await verifySecondFactor(typed("code").replaceAll(" ", ""));
    setBusy(false);
    if (answer === "done") onDone();
    else if (answer === "secondFactor") setStep("code");
    else setTrouble(answer);
  }

  return (
    <form className={css.form} onSubmit={(event) => void submit(event)}>
      <h1>{step === "password" ? title : t("signIn.codeTitle")}</h1>
      {why !== null && step === "password" && trouble === null && <p className={css.needed}>{why}</p>}
      {step === "password" ? (
        <>
          <Field label={t("signIn.email")}>
            {(control) => <input {...control} name="email" type="email" autoComplete="username" required />}
          </Field>
          <Field label={t("signIn.password")}>
            {(control) => (
              <input {...control} name="password" type="password" autoComplete="current-password" required />
            )}
          </Field>
        </>
      ) : (
        <Field label={t("signIn.code")} hint={t("signIn.codeHint")}>
          {(control) => (
            <input
              {...control}
              key="code"
              name="code"
              autoComplete="one-time-code"
              inputMode="text"
              required
              ref={focusWhenDrawn}
            />
          )}
        </Field>
      )}
      {trouble !== null && (
        <Notice
          kind={trouble === "unreached" || trouble === "broken" ? "unreached" : "no"}
          title={trouble === "wrong" && step === "code" ? t("signIn.wrongCode") : t(`signIn.${trouble}`)}
        />
      )}
      <Button type="submit" look="primary" size="big" wide busy={busy}>
        {step === "password" ? t("signIn.submit") : t("signIn.verify")}
      </Button>
      {step === "code" && (
        <Button
          look="link"
          onClick={() => {
            setStep("password");
            setTrouble(null);
          }}
        >
          {t("signIn.startAgain")}
        </Button>
      )}
    </form>
  );
}
