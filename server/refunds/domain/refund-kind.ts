import { dayIn } from "../../kernel/zoned-time.ts";
import type { TransactionKind } from "../../transactions/domain/words.ts";
import type { RefundKind, RefundMode } from "./words.ts";

/** What of a transaction decides how its money goes back. */
export interface RefundedSale {
  readonly kind: TransactionKind;
  readonly capturedMinor: bigint;
  /** Already refunded, held or charged back. */
  readonly goneMinor: bigint;
  readonly processedAt: Date;
  readonly settledAt: Date | null;
}

/**
 * How money goes back over this sale. A void takes back a whole sale of the same day that is not settled yet; null for
 * what is itself a movement back.
 */
export function refundKindOf(sale: RefundedSale, amountMinor: bigint, now: Date, timeZone: string): RefundKind | null {
  switch (sale.kind) {
    case "PREAUTHORIZATION":
      return "PREAUTH_RELEASE";
    case "COMPLETION":
      return "PREAUTH_COMPLETION_REFUND";
    case "SALE":
      return isVoidable(sale, amountMinor, now, timeZone) ? "VOID" : "SALE_REFUND";
    case "VOID":
    case "REFUND":
      return null;
  }
}

export function refundModeOf(sale: RefundedSale, amountMinor: bigint): RefundMode {
  return amountMinor === sale.capturedMinor ? "FULL" : "PARTIAL";
}

function isVoidable(sale: RefundedSale, amountMinor: bigint, now: Date, timeZone: string): boolean {
  const settled = sale.settledAt !== null && sale.settledAt <= now;
  const whole = sale.goneMinor === 0n && amountMinor === sale.capturedMinor;
  return whole && !settled && dayIn(sale.processedAt, timeZone) === dayIn(now, timeZone);
}
