import { sql } from "kysely";
import type { FactSource } from "../cases/case-features.ts";
import { isInFlight } from "./domain/refund-machine.ts";
import { type RefundState, refundStates } from "./domain/words.ts";

interface LatestRefund {
  readonly id: string;
  readonly state: RefundState;
  readonly retryable: boolean;
  readonly held: string;
  readonly settled: string;
}

/** The latest instruction, as far as the rules of its case care, and what all of them have brought back. */
export const refundFacts: FactSource = {
  name: "refund",
  json: sql`(
    select jsonb_build_object('id', refund.id, 'state', refund.state, 'retryable', coalesce(refund.failure_retryable, false),
      'held', case when refund.holds_money then refund.amount_minor::text else '0' end,
      'settled', (select coalesce(sum(r.amount_minor), 0)::text from refund r where r.case_id = cases.id and r.state = 'SETTLED'))
    from refund where refund.case_id = cases.id
    order by refund.created_at desc, refund.id desc limit 1)`,
  read: (json) => {
    if (!isLatestRefund(json)) return { refund: null, settledMinor: 0n };
    const failed = json.state === "FAILED";
    return {
      settledMinor: BigInt(json.settled),
      refund: {
        id: json.id,
        inFlight: isInFlight(json.state),
        paidOutside: json.state === "PAID_OUTSIDE",
        needsAttention: failed,
        retryable: failed && json.retryable,
        heldMinor: BigInt(json.held),
      },
    };
  },
};

function isLatestRefund(json: unknown): json is LatestRefund {
  if (typeof json !== "object" || json === null || !("id" in json) || !("state" in json)) return false;
  return refundStates.some((state) => state === json.state);
}
