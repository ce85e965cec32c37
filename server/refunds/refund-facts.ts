import { sql } from "kysely";
import type { FactSource } from "../cases/case-features.ts";
import { isInFlight } from "./domain/refund-machine.ts";
import { type RefundState, refundStates } from "./domain/words.ts";

interface LatestRefund {
  readonly id: string;
  readonly state: RefundState;
  readonly retryable: boolean;
}

/** The latest instruction, as far as the rules of its case care. */
export const refundFacts: FactSource = {
  name: "refund",
  json: sql`(
    select jsonb_build_object('id', refund.id, 'state', refund.state, 'retryable', coalesce(refund.failure_retryable, false))
    from refund where refund.case_id = cases.id
    order by refund.created_at desc, refund.id desc limit 1)`,
  read: (json) => {
    if (!isLatestRefund(json)) return { refund: null };
    const failed = json.state === "FAILED";
    return {
      refund: {
        id: json.id,
        inFlight: isInFlight(json.state),
        needsAttention: failed,
        retryable: failed && json.retryable,
      },
    };
  },
};

function isLatestRefund(json: unknown): json is LatestRefund {
  if (typeof json !== "object" || json === null || !("id" in json) || !("state" in json)) return false;
  return refundStates.some((state) => state === json.state);
}
