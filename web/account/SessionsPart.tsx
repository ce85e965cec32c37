import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { agoText, momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import css from "./account.module.css";
import { deviceOf } from "./device-name.ts";
import { endOtherSessions, endSessionOf, listSessions, type Session, type Trouble } from "./login-api.ts";

/** Where else they are signed in, and the way to end it from here. */
export function SessionsPart({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [sessions, setSessions] = useState<readonly Session[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [ended, setEnded] = useState(0);
  const read = useCallback(async () => {
    const answer = await listSessions();
    if (answer.done) setSessions(answer.value.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)));
    else setTrouble(answer.why);
  }, []);
  useEffect(() => void read(), [read]);
  async function readAgain(): Promise<void> {
    setTrouble(null);
    await read();
  }

  async function end(count: number, ending: ReturnType<typeof endOtherSessions>): Promise<void> {
    const answer = await ending;
    setTrouble(answer.done ? null : answer.why);
    setEnded(answer.done ? count : 0);
    await read();
  }

  const others = (sessions ?? []).filter((session) => session.token !== token);
  return (
    <Part title={t("account.sessions")}>
      <p className={css.hint}>{t("account.sessionsHint")}</p>
      {sessions === null && trouble === null && <Skeleton rows={2} label={t("common.loading")} />}
      <ul className={css.sessions}>
        {(sessions ?? []).map((session) => (
          <SessionLine
            key={session.token}
            session={session}
            isHere={session.token === token}
            onEnd={() => void end(1, endSessionOf(session.token))}
          />
        ))}
      </ul>
      {trouble !== null && (
        <Notice
          kind="unreached"
          title={t(`account.trouble.${trouble}`)}
          action={
            sessions === null && (
              <Button size="small" onClick={() => void readAgain()}>
                {t("common.retry")}
              </Button>
            )
          }
        />
      )}
      {ended > 0 && <Notice kind="done" title={t("account.sessionsEnded", { count: ended })} />}
      {others.length > 1 && (
        <Button onClick={() => void end(others.length, endOtherSessions())}>{t("account.endOthers")}</Button>
      )}
    </Part>
  );
}

function SessionLine({
  session,
  isHere,
  onEnd,
}: {
  readonly session: Session;
  readonly isHere: boolean;
  readonly onEnd: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const device = deviceOf(session.userAgent);
  const name = device === null ? t("account.otherDevice") : t("account.device", device);
  return (
    <li>
      <div>
        <b>{name}</b>
        {isHere && <span className={css.here}>{t("account.here")}</span>}
        <p className={css.hint}>
          {t("account.since", { when: momentText(session.createdAt, language, now) })}
          {" · "}
          {t("account.lastUsed", { when: agoText(session.updatedAt, language, now) })}
          {session.ipAddress !== null && session.ipAddress !== "" && ` · ${session.ipAddress}`}
        </p>
      </div>
      {!isHere && (
        <Button size="small" aria-label={t("account.endNamed", { name })} onClick={onEnd}>
          {t("account.end")}
        </Button>
      )}
    </li>
  );
}
