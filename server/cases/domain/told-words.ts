import type { Role } from "../../staff/domain/roles.ts";
import type { CaseEventKind, CaseOrigin, MessageThread } from "./words.ts";

/** Whose words a message is in. */
export const speakers = ["DESK", "CUSTOMER", "MERCHANT", "BANK", "AGENCY"] as const;
export type Speaker = (typeof speakers)[number];

/** Who writes for themselves. */
const ownWords: Partial<Readonly<Record<Role, Speaker>>> = {
  CUSTOMER: "CUSTOMER",
  MERCHANT_VERIFIER: "MERCHANT",
  BANK_OFFICER: "BANK",
};

/** What is written with these is in the other side's words, whoever of the desk took it down. */
const told: Readonly<Record<MessageThread, ReadonlySet<CaseEventKind>>> = {
  CUSTOMER: new Set<CaseEventKind>([
    "PROVIDE_INFORMATION",
    "CONTEST_DECISION",
    "ACCEPT_OFFER",
    "REJECT_OFFER",
    "WITHDRAW",
  ]),
  MERCHANT: new Set<CaseEventKind>(["RECORD_MERCHANT_ANSWER"]),
  BANK: new Set<CaseEventKind>(["JOIN_DISPUTE", "RECORD_BANK_RULING"]),
  INTERNAL: new Set<CaseEventKind>(),
};

interface Written {
  readonly kind: CaseEventKind;
  readonly actorRole: Role;
  readonly thread: MessageThread;
  /** Who brought the case: what it was opened with is in their words. Nothing else asks for it. */
  readonly origin: CaseOrigin | null;
}

export function speakerOf({ kind, actorRole, thread, origin }: Written): Speaker {
  const own = ownWords[actorRole];
  if (own !== undefined) return own;
  if (thread === "INTERNAL") return "DESK";
  if (kind === "OPEN" && origin !== null) return origin;
  return told[thread].has(kind) ? thread : "DESK";
}
