import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { effectsOver, movedOver, type Rule, script } from "../support/acquirer.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import {
  act,
  caseOf,
  givenRefund,
  givenSale,
  givenStaff,
  moneyOf,
  openRefundDesk,
  type RefundDesk,
  refundOf,
} from "../support/refund-desk.ts";
import { until } from "../support/until.ts";

let database: TestDatabase;
let simulator: Simulator;
let desk: RefundDesk;
let agent: Actor;

beforeAll(async () => {
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator({ settleAfterMs: 200 })]);
  desk = await openRefundDesk({ databaseUrl: database.url, acquirer: { url: simulator.url, timeoutMs: 1_000 } });
  agent = await givenStaff(desk.house, "SUPPORT_AGENT");
});

afterAll(async () => {
  await desk.close();
  await simulator.stop();
  await database.drop();
});

/** A refund over a sale of its own, treated by these rules, followed until it rests. */
async function refundTreated(rules: readonly Rule[]) {
  const sale = await givenSale(desk.house, 10_000n);
  await script(
    simulator.url,
    rules.map((rule) => ({ ...rule, original: sale.reference })),
  );
  const caseId = await givenRefund(desk.house, agent, sale, 4_000n);
  const resting = ["SETTLED", "FAILED"];
  const refund = await until(
    "rest",
    () => refundOf(desk.house, caseId),
    ({ state }) => resting.includes(state),
    60_000,
  );
  return { sale, caseId, refund };
}

const settling: readonly (readonly [string, readonly Rule[]])[] = [
  ["accepts and settles later", [{ behave: "ACCEPT" }]],
  ["settles at once", [{ behave: "SETTLE" }]],
  ["times out before acting", [{ behave: "TIMEOUT_BEFORE" }]],
  ["times out after acting", [{ behave: "TIMEOUT_AFTER" }]],
  ["acts only when everybody has given up, and is sent it again meanwhile", [{ behave: "ACT_LATE", delayMs: 5_500 }]],
  ["cuts the connection before acting", [{ behave: "RESET_BEFORE" }]],
  ["cuts the connection after acting", [{ behave: "RESET_AFTER" }]],
  ["acts, and a proxy answers with a page of its own", [{ behave: "GARBAGE_AFTER" }]],
  ["answers twice on the same connection", [{ behave: "ANSWER_TWICE" }]],
  ["is slow", [{ behave: "SLOW", delayMs: 700 }]],
  ["is slower than we wait", [{ behave: "SLOW", delayMs: 1_500 }]],
  ["is in maintenance", [{ behave: "MAINTENANCE" }]],
  [
    "loses the answer, then the answer to the question too",
    [{ behave: "TIMEOUT_AFTER" }, { on: "QUERY", behave: "TIMEOUT_BEFORE" }],
  ],
  ["never gets it, then loses the answer", [{ behave: "RESET_BEFORE" }, { behave: "TIMEOUT_AFTER" }]],
];

describe("whatever the acquirer does, the refund ends where the acquirer's book does, with one effect", () => {
  test.concurrent.each(settling)("when it %s", async (_what, rules) => {
    const { sale, caseId } = await refundTreated(rules);
    const moved = await movedOver(simulator.url, sale.reference);
    expect(moved.map(({ amount, status }) => ({ amount, status }))).toEqual([{ amount: "4000", status: "SETTLED" }]);
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 4_000n, inFlight: 0n, chargedBack: 0n });
    expect(await caseOf(desk.house, caseId)).toMatchObject({ state: "CLOSED", outcome: "REFUNDED" });
  });

  test.concurrent("a refusal for good frees the money, says why, and cannot be tried again", async () => {
    const { sale, caseId, refund } = await refundTreated([{ behave: "DECLINE", code: "54" }]);
    expect(refund).toMatchObject({ state: "FAILED", failure_code: "54", failure_retryable: false, holds_money: false });
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 0n, inFlight: 0n, chargedBack: 0n });
    expect(await caseOf(desk.house, caseId)).toMatchObject({ state: "REFUNDING" });
    const again = await act(desk.house, agent, caseId, { action: "RETRY_REFUND", input: {} });
    expect(again).toEqual({ ok: false, error: { kind: "REFUSED", reasons: [{ code: "REFUND_NOT_RETRYABLE" }] } });
    expect(await movedOver(simulator.url, sale.reference)).toEqual([]);
  });

  test.concurrent("a refusal for now keeps the money held; tried again under a new key, it goes back once", async () => {
    const { sale, caseId, refund } = await refundTreated([{ behave: "DECLINE", code: "51" }]);
    expect(refund).toMatchObject({ state: "FAILED", failure_code: "51", failure_retryable: true, holds_money: true });
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 0n, inFlight: 4_000n, chargedBack: 0n });
    expect((await act(desk.house, agent, caseId, { action: "RETRY_REFUND", input: {} })).ok).toBe(true);
    const settled = await until(
      "the settlement",
      () => refundOf(desk.house, caseId),
      ({ state }) => state === "SETTLED",
      20_000,
    );
    expect(settled.instruction_key).not.toBe(refund.instruction_key);
    expect(await effectsOver(simulator.url, sale.reference)).toHaveLength(2);
    expect(await movedOver(simulator.url, sale.reference)).toMatchObject([
      { key: settled.instruction_key, amount: "4000" },
    ]);
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 4_000n, inFlight: 0n, chargedBack: 0n });
  });

  test.concurrent("what was accepted and then refused fails, and the log of attempts tells it", async () => {
    const { sale, refund } = await refundTreated([{ behave: "DECLINE_LATE", code: "62" }]);
    expect(refund).toMatchObject({ state: "FAILED", failure_code: "62" });
    expect(await movedOver(simulator.url, sale.reference)).toEqual([]);
    const attempts = await desk.db
      .selectFrom("refund_attempt")
      .selectAll()
      .where("refund_id", "=", refund.id)
      .orderBy("id")
      .execute();
    expect(attempts.map(({ operation, answer }) => `${operation} ${answer}`)).toEqual([
      "SUBMIT ACCEPTED",
      "QUERY DECLINED",
    ]);
  });

  test.concurrent("an answer that was lost is shown as unknown until it is known", async () => {
    const { refund } = await refundTreated([{ behave: "TIMEOUT_AFTER" }]);
    const events = await desk.db
      .selectFrom("case_event")
      .selectAll()
      .where("case_id", "=", refund.case_id)
      .orderBy("sequence")
      .execute();
    expect(events.map(({ kind, data }) => `${kind} ${data["refundEvent"] ?? ""}`)).toEqual([
      "OPEN ",
      "APPROVE_REFUND ",
      "RECORD_REFUND_PROGRESS LOSE_ANSWER",
      "SETTLE_REFUND SETTLE",
    ]);
  });
});
