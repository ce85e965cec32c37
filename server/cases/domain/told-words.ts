import type { Role } from "../../staff/domain/roles.ts";
import type { CaseEventKind } from "./words.ts";

/** What is written to the customer's thread with these is what the customer said, whoever of the desk took it down. */
const told: ReadonlySet<CaseEventKind> = new Set<CaseEventKind>([
  "OPEN",
  "PROVIDE_INFORMATION",
  "CONTEST_DECISION",
  "ACCEPT_OFFER",
  "REJECT_OFFER",
  "WITHDRAW",
]);

/** Whether a message in the customer's thread is in the customer's words. */
export function isOfCustomer(kind: CaseEventKind, actorRole: Role): boolean {
  return actorRole === "CUSTOMER" || told.has(kind);
}
