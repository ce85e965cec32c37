import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { money } from "../../server/kernel/money.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import {
  chargeBack,
  chargeBackWhole,
  holdMoney,
  releaseHeld,
  reverseChargeback,
  settleHeld,
  takeBackRefunded,
} from "../../server/transactions/actions/hold-money.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { naiveHold } from "../support/naive-hold.ts";
import {
  act,
  givenCheckedCase,
  givenSale,
  givenStaff,
  moneyOf,
  openRefundDesk,
  type RefundDesk,
} from "../support/refund-desk.ts";

const [CAPTURED, PART, CLIENTS, WINNERS] = [10_000n, 500n, 50, 20];

let database: TestDatabase;
let desk: RefundDesk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openRefundDesk({ databaseUrl: database.url, acquirer: null, connections: CLIENTS });
});

afterAll(async () => {
  await desk.close();
  await database.drop();
});

/** Fifty clients at once, each in a transaction of its own; how many were told yes. */
async function contend(hold: typeof holdMoney, transactionId: string): Promise<number> {
  const told = await Promise.all(
    Array.from({ length: CLIENTS }, () => desk.db.transaction().execute((trx) => hold(trx, transactionId, PART))),
  );
  return told.filter(Boolean).length;
}

describe("fifty clients refunding one payment", () => {
  test("exactly as many are told yes as the payment has money for, on every one of 40 payments", async () => {
    for (let payment = 0; payment < 40; payment++) {
      const sale = await givenSale(desk.house, CAPTURED);
      expect(await contend(holdMoney, sale.id)).toBe(WINNERS);
      expect((await moneyOf(desk.house, sale)).inFlight).toBe(CAPTURED);
    }
  });

  test("the guard that reads first and writes afterwards is caught paying too much", async () => {
    await sql`alter table transaction drop constraint transaction_money_check`.execute(desk.db);
    const winners: number[] = [];
    for (let payment = 0; payment < 10; payment++)
      winners.push(await contend(naiveHold, (await givenSale(desk.house, CAPTURED)).id));
    await sql`delete from transaction where in_flight_minor > captured_minor`.execute(desk.db);
    await sql`alter table transaction add constraint transaction_money_check
      check (refunded_minor + in_flight_minor + charged_back_minor <= captured_minor)`.execute(desk.db);
    expect(winners.filter((count) => count > WINNERS).length).toBeGreaterThan(0);
  });

  test("through the door, fifty cases over one sale: twenty are approved, thirty are told what is left", async () => {
    const agents: Actor[] = await Promise.all(Array.from({ length: 5 }, () => givenStaff(desk.house, "SUPPORT_AGENT")));
    const sale = await givenSale(desk.house, CAPTURED);
    const cases = await Promise.all(Array.from({ length: CLIENTS }, () => givenCheckedCase(desk.house, sale, PART)));
    const amount = money(PART, "CNY");
    const approve = {
      action: "APPROVE_REFUND",
      input: { amount, reason: "seen at the counter", messageToCustomer: null },
    } as const;
    const answers = await Promise.all(
      cases.map((caseId, index) => {
        const agent = agents[index % agents.length];
        if (agent === undefined) throw new Error("nobody approves");
        return act(desk.house, agent, caseId, approve);
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(WINNERS);
    for (const answer of answers) {
      if (answer.ok) continue;
      expect(answer.error).toEqual({
        kind: "REFUSED",
        reasons: [{ code: "ABOVE_REFUNDABLE", refundable: money(0n, "CNY") }],
      });
    }
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 0n, inFlight: CAPTURED, chargedBack: 0n });
    const { refunds } = await desk.db
      .selectFrom("refund")
      .select((eb) => eb.fn.countAll<bigint>().as("refunds"))
      .where("transaction_id", "=", sale.id)
      .executeTakeFirstOrThrow();
    expect(refunds).toBe(BigInt(WINNERS));
  });
});

test("one key sent twenty times at once approves once, and all twenty hear the same", async () => {
  const agent = await givenStaff(desk.house, "SUPPORT_AGENT");
  const sale = await givenSale(desk.house, CAPTURED);
  const caseId = await givenCheckedCase(desk.house, sale, PART);
  const approve = {
    action: "APPROVE_REFUND",
    input: { amount: money(PART, "CNY"), reason: "seen at the counter", messageToCustomer: null },
  } as const;
  const key = crypto.randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => act(desk.house, agent, caseId, approve, key)));
  const eventIds = new Set(answers.map((answer) => (answer.ok ? answer.value.eventId : JSON.stringify(answer.error))));
  expect(eventIds.size).toBe(1);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect((await moneyOf(desk.house, sale)).inFlight).toBe(PART);
});

describe("the counters of a sale", () => {
  test("go up and down exactly, and never below what is there", async () => {
    const sale = await givenSale(desk.house, CAPTURED);
    const { db } = desk;
    expect(await holdMoney(db, sale.id, 6_000n)).toBe(true);
    expect(await chargeBack(db, sale.id, 4_001n)).toBe(false);
    expect(await chargeBack(db, sale.id, 4_000n)).toBe(true);
    expect(await holdMoney(db, sale.id, 1n)).toBe(false);
    await settleHeld(db, sale.id, 5_000n);
    await releaseHeld(db, sale.id, 1_000n);
    await expect(releaseHeld(db, sale.id, 1n)).rejects.toThrow("does not hold");
    await expect(settleHeld(db, sale.id, 1n)).rejects.toThrow("does not hold");
    await reverseChargeback(db, sale.id, 4_000n);
    await expect(reverseChargeback(db, sale.id, 1n)).rejects.toThrow("charged back");
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 5_000n, inFlight: 0n, chargedBack: 0n });
  });

  test("nothing and less than nothing cannot be moved", async () => {
    const sale = await givenSale(desk.house, CAPTURED);
    for (const amount of [0n, -1n])
      await expect(holdMoney(desk.db, sale.id, amount)).rejects.toThrow("cannot be moved");
  });

  test("the database itself refuses what no guard should let through", async () => {
    const sale = await givenSale(desk.house, CAPTURED);
    const byHand = sql`update transaction set refunded_minor = captured_minor + 1 where id = ${sale.id}`.execute(
      desk.db,
    );
    await expect(byHand).rejects.toThrow("transaction_money_check");
  });
});

describe("a bank that keeps what had gone back already", () => {
  const twice = async (id: string) =>
    (await desk.db.selectFrom("transaction").select("paid_twice_minor").where("id", "=", id).executeTakeFirstOrThrow())
      .paid_twice_minor;

  test("is written beside the counters, which never pass what was captured, whoever else takes at that moment", async () => {
    for (let payment = 0; payment < 10; payment++) {
      const sale = await givenSale(desk.house, CAPTURED);
      const [beyond, winners] = await Promise.all([
        chargeBackWhole(desk.db, sale.id, CAPTURED),
        contend(holdMoney, sale.id),
      ]);
      const { inFlight, chargedBack } = await moneyOf(desk.house, sale);
      expect(inFlight).toBe(BigInt(winners) * PART);
      expect(chargedBack).toBe(CAPTURED - inFlight);
      expect(beyond).toBe(inFlight);
      expect(await twice(sale.id)).toBe(inFlight);
    }
  });

  test("is covered by what is set free or bounces, which no refund takes then; and gives that back first", async () => {
    const sale = await givenSale(desk.house, CAPTURED);
    await holdMoney(desk.db, sale.id, 8_000n);
    await settleHeld(desk.db, sale.id, 5_000n);
    expect(await chargeBackWhole(desk.db, sale.id, CAPTURED)).toBe(8_000n);
    await releaseHeld(desk.db, sale.id, 3_000n);
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 5_000n, inFlight: 0n, chargedBack: 5_000n });
    expect(await twice(sale.id)).toBe(5_000n);
    expect(await holdMoney(desk.db, sale.id, 1n)).toBe(false);
    await takeBackRefunded(desk.db, sale.id, 2_000n);
    expect(await twice(sale.id)).toBe(3_000n);
    await reverseChargeback(desk.db, sale.id, 4_000n);
    expect(await twice(sale.id)).toBe(0n);
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 3_000n, inFlight: 0n, chargedBack: 6_000n });
    expect(await holdMoney(desk.db, sale.id, 1_001n)).toBe(false);
    expect(await holdMoney(desk.db, sale.id, 1_000n)).toBe(true);
  });
});
