import type { TFunction } from "i18next";
import type { CaseAction } from "../../graphql/words.ts";

/** Those that other desks call otherwise: what somebody's fingers know from there is found here too. */
const alsoNamed = [
  ...(["ASSIGN", "ADD_NOTE", "SEND_MESSAGE", "ATTACH_EVIDENCE", "REQUEST_INFORMATION", "DECLINE_REQUEST"] as const),
  ...(["SNOOZE", "WAKE", "ESCALATE_TO_BANK"] as const),
] as const satisfies readonly CaseAction[];

export function alsoCalled(action: CaseAction, t: TFunction<"console">): string {
  const known = alsoNamed.find((one) => one === action);
  return known === undefined ? "" : t(`palette.also.${known}`);
}
