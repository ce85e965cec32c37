import fc from "fast-check";
import { type CaseEventKind, type CaseReason, type CaseState, caseReasons } from "../../server/cases/domain/words.ts";
import { newId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { type RefundState, refundStates } from "../../server/refunds/domain/words.ts";
import type { CardNetwork } from "../../server/transactions/domain/words.ts";

/** A desk of cases as no workflow would leave them: every mixture of dates, states and events that the tables can hold. */
export interface RandomCase {
  readonly id: string;
  readonly merchantId: string;
  readonly network: CardNetwork;
  readonly reason: CaseReason;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date;
  readonly isDecided: boolean;
  readonly events: readonly RandomEvent[];
  readonly refunds: readonly RandomRefund[];
  readonly disputes: readonly Date[];
  readonly sales: readonly Date[];
}

export interface RandomEvent {
  readonly kind: CaseEventKind;
  readonly to: CaseState;
  readonly outcome: string | null;
  readonly at: Date;
}

export interface RandomRefund {
  readonly state: RefundState;
  readonly currency: string;
  readonly minor: bigint;
  readonly holdsMoney: boolean;
  readonly expectedOn: string | null;
  readonly settledAt: Date | null;
}

const networks = ["VISA", "MASTERCARD", "UNIONPAY"] as const;

/** Moments of the ninety days up to now and the few after it, some of them on the very edge of a day in Shanghai. */
function moments(now: Date): fc.Arbitrary<Date> {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - 1, 16);
  return fc.oneof(
    fc.integer({ min: -90 * 1440, max: 3 * 1440 }).map((minutes) => new Date(now.getTime() + minutes * 60_000)),
    fc
      .tuple(fc.integer({ min: -60, max: 2 }), fc.constantFrom(-1, 0, 1))
      .map(([days, ms]) => new Date(midnight + days * 86_400_000 + ms)),
  );
}

const events: readonly Omit<RandomEvent, "at">[] = [
  { kind: "DECLINE_REQUEST", to: "DECLINED", outcome: null },
  { kind: "APPROVE_REFUND", to: "REFUNDING", outcome: null },
  { kind: "AUTO_APPROVE", to: "REFUNDING", outcome: null },
  { kind: "ACCEPT_OFFER", to: "AWAITING_APPROVAL", outcome: null },
  { kind: "RECORD_BANK_RULING", to: "REFUNDING", outcome: null },
  { kind: "RECORD_BANK_RULING", to: "CLOSED", outcome: "CHARGED_BACK" },
  { kind: "RECORD_BANK_RULING", to: "CLOSED", outcome: "DEFENDED" },
  { kind: "RECORD_AGENCY_OUTCOME", to: "REFUNDING", outcome: null },
  { kind: "RECORD_AGENCY_OUTCOME", to: "AWAITING_APPROVAL", outcome: null },
  { kind: "RECORD_AGENCY_OUTCOME", to: "CLOSED", outcome: "DECLINED" },
  { kind: "ADD_NOTE", to: "VERIFYING", outcome: null },
];

export function randomCases(now: Date, merchants: readonly string[], seed: number, count: number): RandomCase[] {
  const moment = moments(now);
  const event = fc.tuple(fc.constantFrom(...events), moment).map(([what, at]) => ({ ...what, at }));
  const refund = fc.record({
    state: fc.constantFrom(...refundStates),
    currency: fc.constantFrom("CNY", "USD", "JPY"),
    minor: fc.bigInt({ min: 1n, max: 10_000_000n }),
    holdsMoney: fc.boolean(),
    expectedOn: fc.option(moment.map((at) => at.toISOString().slice(0, 10))),
    settledAt: fc.option(moment),
  });
  const one = fc.record({
    merchantId: fc.constantFrom(...merchants),
    network: fc.constantFrom(...networks),
    reason: fc.constantFrom(...caseReasons),
    openedAt: moment,
    closedAt: fc.option(moment),
    dueAt: moment,
    isDecided: fc.boolean(),
    // In the order of their sequence, which the random moments need not have.
    events: fc.array(event, { maxLength: 6 }),
    refunds: fc.array(refund, { maxLength: 2 }),
    disputes: fc.array(moment, { maxLength: 2 }),
    sales: fc.array(moment, { maxLength: 4 }),
  });
  return fc.sample(one, { seed, numRuns: count }).map((found) => ({ ...found, id: newId() }));
}

/** Puts them straight into the tables: what the measures read, and no more than must be there. */
export async function storeRandomCases(db: Db, cases: readonly RandomCase[], versionId: string): Promise<void> {
  const payment = (merchantId: string, network: CardNetwork, at: Date) => {
    const id = newId();
    const money = { currency: "CNY", captured_minor: 100_000_000n };
    return {
      ...{ id, acquirer_reference: `R-${id}`, merchant_id: merchantId, network, kind: "SALE" as const, ...money },
      ...{ card_last4: "4242", processed_at: at, created_at: at },
    };
  };
  // Long before any month that is looked at, so that only the sales count.
  const paid = new Map(cases.map(({ id, merchantId, network }) => [id, payment(merchantId, network, new Date(0))]));
  const sales = cases.flatMap(({ merchantId, network, sales: all }) =>
    all.map((at) => payment(merchantId, network, at)),
  );
  await db
    .insertInto("transaction")
    .values([...paid.values(), ...sales])
    .execute();
  await db
    .insertInto("cases")
    .values(
      cases.map((one) => ({
        ...{
          id: one.id,
          number: `RX-${one.id}`,
          state: one.closedAt === null ? ("VERIFYING" as const) : ("CLOSED" as const),
        },
        ...{ stage: "VERIFICATION" as const, origin: "CUSTOMER" as const, channel: "WEB" as const, reason: one.reason },
        ...{ currency: "CNY", amount_minor: 1_000n, transaction_id: paid.get(one.id)?.id ?? null },
        ...{ merchant_id: one.merchantId, opened_at: one.openedAt, closed_at: one.closedAt, due_at: one.dueAt },
        ...{ chain_head: "", event_count: one.events.length },
      })),
    )
    .execute();
  const eventRows = cases.flatMap(({ id, events: all }) =>
    all.map(({ kind, to, outcome, at }, index) => ({
      ...{ id: newId(), case_id: id, sequence: index + 1, kind, to_state: to, actor_role: "SYSTEM" as const, at },
      ...{ data: { outcome }, previous_hash: "", hash: "" },
    })),
  );
  if (eventRows.length > 0) await db.insertInto("case_event").values(eventRows).execute();
  const refundRows = cases.flatMap(({ id, openedAt, refunds }) =>
    refunds.map((refund) => ({
      ...{ id: newId(), case_id: id, transaction_id: paid.get(id)?.id ?? "", kind: "SALE_REFUND" as const },
      ...{ mode: "PARTIAL" as const, state: refund.state, currency: refund.currency, amount_minor: refund.minor },
      ...{ provider: "simulated-acquirer", instruction_key: newId(), holds_money: refund.holdsMoney },
      ...{ expected_on: refund.expectedOn, settled_at: refund.settledAt, created_at: openedAt },
    })),
  );
  if (refundRows.length > 0) await db.insertInto("refund").values(refundRows).execute();
  const disputeRows = cases.flatMap(({ id, network, disputes }) =>
    disputes.map((at) => ({
      ...{ id: newId(), case_id: id, network, reason_code: "13.1", state: "CHARGEBACK" as const, currency: "CNY" },
      ...{ amount_minor: 1_000n, opened_at: at },
    })),
  );
  if (disputeRows.length > 0) await db.insertInto("dispute").values(disputeRows).execute();
  const decided = cases.filter(({ isDecided }) => isDecided);
  if (decided.length > 0)
    await db
      .insertInto("decision")
      .values(
        decided.map(({ id, openedAt }) => ({
          ...{ id: newId(), case_id: id, policy_version_id: versionId, facts: {} as never, outcome: "REVIEW" as const },
          ...{ straight_through: false, trace: {} as never, at: openedAt },
        })),
      )
      .execute();
}
