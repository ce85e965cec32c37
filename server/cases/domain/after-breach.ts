import { clockRules } from "../../clocks/domain/rules.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { caseClockOf } from "./clock-plan.ts";
import type { CaseMove } from "./decide.ts";

/** Written to the customer, in their language; what else is open to them, their page and the notice say by the case. */
const appealWindowOver: Bilingual = {
  zh: "申诉期限已过，案件按原答复结案，不会据此退款。",
  en: "The time to contest is over, so the case closes with the answer as it stands and no money goes back on it.",
};

/** What the desk itself does when a clock of this rule has run out, in words of the case's own language; null: that it has is recorded, and that is all. */
export function moveAfterBreach(rule: string, locale: "zh-CN" | "en"): CaseMove | null {
  const action = caseClockOf(rule)?.onBreach ?? null;
  switch (action) {
    case null:
      return null;
    case "EXPIRE":
      return { action, input: {} };
    case "CLOSE":
      return { action, input: { reason: locale === "zh-CN" ? appealWindowOver.zh : appealWindowOver.en } };
    default:
      throw new Error(`Nobody has said with what ${action} follows from a clock`);
  }
}

/** The rules that something follows from. */
export const rulesWithConsequence: readonly string[] = clockRules
  .map(({ id }) => id)
  .filter((id) => (caseClockOf(id)?.onBreach ?? null) !== null);
