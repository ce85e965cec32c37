import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./account.module.css";
import { BackupCodes } from "./BackupCodes.tsx";
import { beginSecondFactor, endSecondFactor, newBackupCodes, type SecondFactor } from "./login-api.ts";
import { PasswordAsk } from "./PasswordAsk.tsx";

/** Draws the code for the app, which brings its own library: fetched when somebody sets one up. */
const SecondFactorSetup = lazy(async () => ({
  default: (await import("./SecondFactorSetup.tsx")).SecondFactorSetup,
}));

type Step =
  | { readonly name: "rest" | "begin" | "end" | "codes" | "isOn" | "isOff" }
  | { readonly name: "setup"; readonly factor: SecondFactor }
  | { readonly name: "shown"; readonly backupCodes: readonly string[] };

/** A code from the phone after the password: how it is set up, ended, and what to do on a day without the phone. */
export function SecondFactorPart({ isOn, onChanged }: { readonly isOn: boolean; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ name: "rest" });
  // Whoever comes back stands at the button that led away, and not at the beginning of the page.
  const [left, setLeft] = useState<Step["name"]>("rest");
  const rest = () => setStep({ name: "rest" });
  const go = (name: "begin" | "codes" | "end") => {
    setLeft(name);
    setStep({ name });
  };
  const comesBack = (name: Step["name"]) => step.name === "rest" && left === name;
  return (
    <Part title={t("account.factor")} aside={isOn ? t("account.factorOn") : t("account.factorOff")}>
      <p className={css.hint}>{t("account.factorHint")}</p>
      {step.name === "isOn" && <Notice kind="done" title={t("account.factorIsOn")} />}
      {step.name === "isOff" && <Notice kind="done" title={t("account.factorIsOff")} />}
      {(step.name === "rest" || step.name === "isOn" || step.name === "isOff") && (
        <div className={css.row}>
          {!isOn && (
            <Button autoFocus={comesBack("begin")} onClick={() => go("begin")}>
              {t("account.begin")}
            </Button>
          )}
          {isOn && (
            <Button autoFocus={comesBack("codes")} onClick={() => go("codes")}>
              {t("account.newCodes")}
            </Button>
          )}
          {isOn && (
            <Button autoFocus={comesBack("end")} onClick={() => go("end")}>
              {t("account.endFactor")}
            </Button>
          )}
        </div>
      )}
      {step.name === "begin" && (
        <PasswordAsk
          submit={t("account.begin")}
          ask={beginSecondFactor}
          onDone={(factor) => setStep({ name: "setup", factor })}
          onCancel={rest}
        />
      )}
      {step.name === "setup" && (
        <Suspense>
          <SecondFactorSetup
            factor={step.factor}
            onCancel={rest}
            onDone={() => {
              setStep({ name: "isOn" });
              onChanged();
            }}
          />
        </Suspense>
      )}
      {step.name === "codes" && (
        <PasswordAsk
          submit={t("account.newCodes")}
          ask={newBackupCodes}
          onDone={({ backupCodes }) => setStep({ name: "shown", backupCodes })}
          onCancel={rest}
        />
      )}
      {step.name === "shown" && (
        <>
          <BackupCodes codes={step.backupCodes} />
          <Button onClick={rest}>{t("account.codesKept")}</Button>
        </>
      )}
      {step.name === "end" && (
        <PasswordAsk
          submit={t("account.endFactor")}
          ask={endSecondFactor}
          onDone={() => {
            setStep({ name: "isOff" });
            onChanged();
          }}
          onCancel={rest}
        />
      )}
    </Part>
  );
}
