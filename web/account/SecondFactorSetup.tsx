import { QRCode } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./account.module.css";
import { BackupCodes } from "./BackupCodes.tsx";
import { confirmSecondFactor, type SecondFactor, type Trouble } from "./login-api.ts";

/** Scan, keep the back-up codes, prove that it works: only the first right code turns it on, so that nobody shuts themselves out. */
export function SecondFactorSetup({
  factor,
  onDone,
  onCancel,
}: {
  readonly factor: SecondFactor;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const secret = new URL(factor.totpURI).searchParams.get("secret") ?? "";

  async function confirm(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").replaceAll(" ", "");
    setBusy(true);
    const answer = await confirmSecondFactor(code);
    setBusy(false);
    if (answer.done) onDone();
    else setTrouble(answer.why);
  }

  return (
    <ol className={css.setup}>
      <li>
        <p>{t("account.scan")}</p>
        <div className={css.qr} role="img" aria-label={t("account.qr")}>
          {/* Black on white in the dark too: cameras read it so. */}
          <QRCode value={factor.totpURI} type="svg" size={176} color="#000" bgColor="#fff" bordered={false} />
        </div>
        <p className={css.hint}>{t("account.typeInstead")}</p>
        <code className={css.secret}>{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </li>
      <li>
        <BackupCodes codes={factor.backupCodes} />
      </li>
      <li>
        <form className={css.form} onSubmit={(event) => void confirm(event)}>
          <Field label={t("account.firstCode")} hint={t("account.firstCodeHint")}>
            {(control) => (
              <input
                {...control}
                name="code"
                autoComplete="one-time-code"
                inputMode="numeric"
                pattern="[0-9 ]{6,7}"
                required
              />
            )}
          </Field>
          {trouble !== null && <Notice kind="no" title={t(`account.trouble.${trouble}`)} />}
          <div className={css.row}>
            <Button type="submit" look="primary" busy={busy}>
              {t("account.turnOn")}
            </Button>
            <Button onClick={onCancel}>{t("common.cancel")}</Button>
          </div>
        </form>
      </li>
    </ol>
  );
}
