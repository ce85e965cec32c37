import type { CaseAction, CaseState } from "../../graphql/words.ts";

/** Whose own words say only that the money goes one way or the other; once the way is known, it alone is said. */
const saidByWay: ReadonlySet<CaseAction> = new Set<CaseAction>(["APPROVE_REFUND", "GRANT_APPROVAL", "ACCEPT_OFFER"]);

interface MoneyWay {
  readonly text: "outlook.sentAtOnce" | "outlook.heldFirst";
  /** It stands instead of the action's own words. */
  readonly isWhole: boolean;
}

/** Which way the money goes with this action here, as the server foresees it; null where it is not known, or none goes. */
export function moneyWay(action: CaseAction, goesTo: CaseState | null): MoneyWay | null {
  const isWhole = saidByWay.has(action);
  if (goesTo === null || (!isWhole && action !== "RECORD_AGENCY_OUTCOME")) return null;
  if (goesTo === "REFUNDING") return { text: "outlook.sentAtOnce", isWhole };
  return goesTo === "AWAITING_APPROVAL" ? { text: "outlook.heldFirst", isWhole } : null;
}
