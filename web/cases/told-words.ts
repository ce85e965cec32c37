import type { CaseEventKind, MessageThread } from "../graphql/words.ts";

type Outside = Exclude<MessageThread, "INTERNAL">;

/** What is written with these is in the other side's words, whoever of the desk took it down. */
const told: Readonly<Record<Outside, ReadonlySet<CaseEventKind>>> = {
  CUSTOMER: new Set<CaseEventKind>([
    "OPEN",
    "PROVIDE_INFORMATION",
    "CONTEST_DECISION",
    "ACCEPT_OFFER",
    "REJECT_OFFER",
    "WITHDRAW",
  ]),
  MERCHANT: new Set<CaseEventKind>(["RECORD_MERCHANT_ANSWER"]),
  BANK: new Set<CaseEventKind>(["OPEN", "JOIN_DISPUTE", "RECORD_BANK_RULING"]),
};

/** Whose words they are, where they are not the desk's own. */
export function tellerOf(kind: CaseEventKind, thread: MessageThread): Outside | null {
  return thread !== "INTERNAL" && told[thread].has(kind) ? thread : null;
}
