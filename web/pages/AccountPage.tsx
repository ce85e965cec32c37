import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "../account/account.module.css";
import { KeysPart } from "../account/KeysPart.tsx";
import { type Login, readLogin, type Trouble } from "../account/login-api.ts";
import { PasswordPart } from "../account/PasswordPart.tsx";
import { SecondFactorPart } from "../account/SecondFactorPart.tsx";
import { SessionsPart } from "../account/SessionsPart.tsx";
import { useSession } from "../graphql/session.ts";
import { wholeAmounts } from "../i18n/whole-amounts.ts";
import { useViewer, type Viewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { Facts } from "../ui/Facts.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";

/** The viewer's own log-in: what it may do, where it is open, and what keeps it shut to others. */
export function AccountPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { turn } = useSession();
  const [login, setLogin] = useState<Login | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = useCallback(async () => {
    const answer = await readLogin();
    if (answer.done) setLogin(answer.value);
    setTrouble(answer.done ? null : answer.why);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a session taken up again is another session.
  useEffect(() => void read(), [read, turn]);
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("account.title") })}</title>
      <h1>{t("account.title")}</h1>
      {trouble !== null && (
        <Notice
          kind="unreached"
          title={t(`account.trouble.${trouble}`)}
          action={<Button onClick={() => void read()}>{t("common.retry")}</Button>}
        />
      )}
      <div className={css.column}>
        <WhoPart viewer={viewer} email={login?.email ?? null} />
        {login !== null && <SessionsPart key={login.token} token={login.token} />}
      </div>
      {login !== null && (
        <div className={css.column}>
          <SecondFactorPart isOn={login.hasSecondFactor} onChanged={() => void read()} />
          <PasswordPart email={login.email} onChanged={() => void read()} />
          <KeysPart />
        </div>
      )}
    </div>
  );
}

function WhoPart({ viewer, email }: { readonly viewer: Viewer; readonly email: string | null }) {
  const { t } = useTranslation();
  return (
    <Part title={t("account.you")}>
      <Facts
        facts={[
          [t("account.name"), viewer.name],
          [t("account.role"), t(`role.${viewer.role}`)],
          email !== null && [t("signIn.email"), email],
        ]}
      />
      {viewer.limits.length > 0 && (
        <>
          <ul className={css.limits} aria-label={t("account.limits")}>
            {viewer.limits.map((limit) => (
              <li key={limit}>{wholeAmounts(limit)}</li>
            ))}
          </ul>
          <p className={css.hint}>{t("account.limitsWhere")}</p>
        </>
      )}
    </Part>
  );
}
