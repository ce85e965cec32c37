import { useTranslation } from "react-i18next";
import type { ApprovalState, ApprovalSubjectKind } from "../graphql/words.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./approval-row.module.css";

interface Request {
  readonly kind: ApprovalSubjectKind;
  readonly state: ApprovalState;
  readonly expiresAt: string;
  readonly escalatedAt: string | null;
  readonly closedAt: string | null;
}

const hour = 3_600_000;
const soon = 24 * hour;

/** By when it has to be decided, or when it was. */
export function ApprovalUntil({ request: { expiresAt, escalatedAt, closedAt } }: { readonly request: Request }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const when = (instant: string) => momentText(instant, language, now);
  const left = new Date(expiresAt).getTime() - now.getTime();

  if (closedAt !== null) return <p className={css.until}>{t("approvals.closedAt", { when: when(closedAt) })}</p>;
  return (
    <>
      {left < 0 ? (
        <p className={css.late}>{t("approvals.lapsed", { when: when(expiresAt) })}</p>
      ) : left < soon ? (
        <p className={css.soon}>{t("approvals.lapsesSoon", { left: leftText(), when: when(expiresAt) })}</p>
      ) : (
        <p className={css.until}>{t("approvals.lapses", { when: when(expiresAt) })}</p>
      )}
      {escalatedAt !== null && left >= 0 && <p className={css.soon}>{t("approvals.escalated")}</p>}
    </>
  );

  /** Whole hours, and in the last of them minutes: its time runs through nights and holidays. */
  function leftText(): string {
    return left < hour
      ? t("clock.minutesLeft", { count: Math.max(1, Math.ceil(left / 60_000)) })
      : t("clock.hoursLeft", { count: Math.floor(left / hour) });
  }
}

/** What becomes of the matter and its money where nobody decides, or what became of them. */
export function ApprovalThen({ request: { kind, state } }: { readonly request: Pick<Request, "kind" | "state"> }) {
  const { t } = useTranslation();
  if (state === "OPEN") return <p className={css.then}>{t(`approvalLapse.${kind}`)}</p>;
  return state === "EXPIRED" && <p className={css.then}>{t(`approvalLapsed.${kind}`)}</p>;
}
