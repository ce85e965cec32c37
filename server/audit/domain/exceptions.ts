import type { Bilingual } from "../../kernel/calendar.ts";

/** Why a step on a case stands in the register: it went beside what the policy or the checks said, or past the provider. */
export const exceptionKinds = ["OVERRIDE", "CHECK_WAIVED", "MANUAL_MONEY", "OTHER_VERSION", "PAID_TWICE"] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** What compliance says of it; OPEN while nobody has said anything. */
export const exceptionStandings = ["OPEN", "ACKNOWLEDGED", "TO_FOLLOW_UP"] as const;
export type ExceptionStanding = (typeof exceptionStandings)[number];
export type Disposition = Exclude<ExceptionStanding, "OPEN">;

export const exceptionProblemCodes = ["EXCEPTION_NOT_FOUND", "EXCEPTION_IS_YOURS", "EXCEPTION_STALE"] as const;
export type ExceptionProblem = (typeof exceptionProblemCodes)[number];

export const exceptionProblemText: Readonly<Record<ExceptionProblem, Bilingual>> = {
  EXCEPTION_NOT_FOUND: {
    zh: "登记簿中没有这项例外，未作任何记录。请刷新后重试。",
    en: "There is no such exception in the register; nothing was recorded. Refresh the page and try again.",
  },
  EXCEPTION_IS_YOURS: {
    zh: "您参与过这件案件，不能处理其中的例外，未作任何记录。请由另一位合规专员处理。",
    en: "You had a hand in this case, so its exceptions are not yours to judge; nothing was recorded. Ask another compliance officer.",
  },
  EXCEPTION_STALE: {
    zh: "这项例外在您打开之后已有处理意见：可能是同事所为，也可能是您先前的操作已经生效，只是没有收到答复。本次没有记录任何内容。请看过最新的说明后再决定。",
    en: "Something has been noted on this exception since you opened it: by a colleague, or by a press of your own whose answer did not arrive. Nothing of this press was recorded. Read what is noted now, then decide again.",
  },
};
