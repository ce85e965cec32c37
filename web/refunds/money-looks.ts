import type { RefundState } from "../graphql/words.ts";
import type { MoneyLook } from "../ui/MoneyText.tsx";

/** Solid once it has arrived, struck where it did not go or came back, outlined while it is held or under way. */
export const moneyLooks: Record<RefundState, MoneyLook> = {
  DRAFT: "plain",
  AWAITING_APPROVAL: "held",
  QUEUED: "held",
  SUBMITTED: "held",
  PROCESSING: "held",
  UNKNOWN: "held",
  PAID_OUTSIDE: "held",
  SETTLED: "moved",
  FAILED: "returned",
  RETURNED: "returned",
  CANCELLED: "returned",
};
