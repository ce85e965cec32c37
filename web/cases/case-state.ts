import type { CaseState } from "../graphql/words.ts";
import type { Tone } from "../ui/StageChip.tsx";

/** Each state in its stage's tone. A state that the schema gains does not compile until it has one. */
export const toneOfState: Record<CaseState, Tone> = {
  NEW: "request",
  AWAITING_CUSTOMER: "request",
  VERIFYING: "verification",
  AWAITING_APPROVAL: "verification",
  NEGOTIATING: "verification",
  REFUNDING: "refunding",
  AT_BANK: "bank",
  AT_AGENCY: "protection",
  DECLINED: "closed",
  CLOSED: "closed",
};
