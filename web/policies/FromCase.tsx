import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { KeepCaseForm } from "./KeepCaseForm.tsx";
import css from "./policy-tests.module.css";

/** From a policy to a case: whoever knows its number keeps what it rests on as a test of this text. */
export function FromCase({ policy, onDone }: { readonly policy: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <form
        className={css.find}
        aria-label={t("policies.keepCase.from")}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") setAsked(typed.trim().toUpperCase());
        }}
      >
        <Field label={t("policies.keepCase.number")} hint={t("policies.keepCase.numberHint")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={40}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        <div className={css.buttons}>
          <Button type="submit">{t("policies.keepCase.look")}</Button>
          {asked === null && <Button onClick={onDone}>{t("common.cancel")}</Button>}
        </div>
      </form>
      {asked !== null && <KeepCaseForm key={asked} caseNumber={asked} policy={policy} onClose={onDone} />}
    </>
  );
}
