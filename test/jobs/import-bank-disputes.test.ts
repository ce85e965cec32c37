import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { openCase } from "../../server/cases/actions/open-case.ts";
import { performOnLatest } from "../../server/cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { anActor } from "../support/a-case.ts";
import {
  bankFile,
  countsOf,
  disputeLine,
  type ImportDesk,
  importText,
  openImportDesk,
  saleLine,
  settlement,
} from "../support/import-desk.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import { until } from "../support/until.ts";

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(async () => {
  // Whatever the tests did, the books and the chains agree.
  expect(await verifyMoney(desk.house.db)).toEqual([]);
  expect((await verifyChains(desk.house.db)).broken).toBeNull();
  await desk.close();
});

let txn = "";
let ref = "";
let count = 0;
beforeEach(async () => {
  count += 1;
  [txn, ref] = [`TXN-${count}`, `VISA-${count}`];
  await importText(desk, "SETTLEMENT", settlement(saleLine({ transaction_id: txn })));
});

const line = (change: Readonly<Record<string, string>> = {}) =>
  disputeLine({ transaction_id: txn, dispute_ref: ref, ...change });
const importing = (...lines: readonly string[]) => importText(desk, "BANK_DISPUTES", bankFile(...lines));

function dispute(reference = ref) {
  return desk.house.db.selectFrom("dispute").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow();
}

async function caseOf(reference = ref) {
  const { case_id } = await dispute(reference);
  return desk.house.db.selectFrom("cases").selectAll().where("id", "=", case_id).executeTakeFirstOrThrow();
}

function sale() {
  return desk.house.db
    .selectFrom("transaction")
    .selectAll()
    .where("acquirer_reference", "=", txn)
    .executeTakeFirstOrThrow();
}

async function events(caseId: string): Promise<readonly string[]> {
  const rows = await desk.house.db
    .selectFrom("case_event")
    .select("kind")
    .where("case_id", "=", caseId)
    .orderBy("sequence")
    .execute();
  return rows.map(({ kind }) => kind);
}

async function runningClocks(caseId: string) {
  const rows = await desk.house.db
    .selectFrom("case_clock")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .execute();
  return rows.map(({ rule, due_at, due_at_given }) => ({
    rule,
    dueAt: due_at?.toISOString() ?? null,
    given: due_at_given,
  }));
}

/** The desk's own case over the sale, verified, with the merchant silent. */
async function givenCase(): Promise<string> {
  const { id, merchant_id } = await sale();
  return desk.house.db.transaction().execute(async (trx) => {
    const { caseId } = await openCase(trx, desk.ctx, {
      state: "VERIFYING",
      origin: "CUSTOMER",
      channel: "COUNTER",
      reason: "GOODS_NOT_RECEIVED",
      amount: money(155_199n, "USD"),
      transactionId: id,
      merchantId: merchant_id,
      customer: { name: "Zhang Wei", phone: null, email: null, locale: "en" },
      story: null,
    });
    await trx.updateTable("cases").set({ merchant_answer: "SILENT" }).where("id", "=", caseId).execute();
    return caseId;
  });
}

const act = async (caseId: string, move: CaseMove) => {
  const answer = await performOnLatest(desk.ctx, { caseId, move, key: newId() });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
};

describe("a dispute that the desk has not heard of", () => {
  test("joins the case that a customer opens over the same sale while the file is read", async () => {
    let opened = "";
    const db = meanwhile(desk.ctx.db, naming("unnumbered_dispute_id"), async () => {
      opened = await givenCase();
    });
    const { run } = await importText({ ctx: { ...desk.ctx, db } }, "BANK_DISPUTES", bankFile(line()));
    expect(countsOf(run)).toEqual([1, 0, 0, 0]);
    expect((await caseOf()).id).toBe(opened);
  });

  test("opens a case at the bank, with network, reason, deadline, cardholder and the money taken", async () => {
    expect(countsOf((await importing(line())).run)).toEqual([1, 0, 0, 0]);
    expect(await dispute()).toMatchObject({
      network: "VISA",
      reason_code: "13.1",
      reason_text: "Merchandise/Services Not Received",
      state: "CHARGEBACK",
      amount_minor: 155_199n,
      charged_back_minor: 155_199n,
      reported_status: "pending_review",
      respond_by: new Date("2099-05-31T10:00:00Z"),
    });
    const found = await caseOf();
    expect(found).toMatchObject({
      state: "AT_BANK",
      stage: "BANK",
      origin: "BANK",
      channel: "FILE",
      reason: "GOODS_NOT_RECEIVED",
    });
    expect(found.due_at).toEqual(new Date("2099-05-31T10:00:00Z"));
    expect(await runningClocks(found.id)).toEqual([
      { rule: "dispute-answer-visa", dueAt: "2099-05-31T10:00:00.000Z", given: true },
    ]);
    expect(await events(found.id)).toEqual(["OPEN"]);
    expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
    const customer = await desk.house.db
      .selectFrom("customer")
      .selectAll()
      .where("id", "=", found.customer_id)
      .executeTakeFirst();
    expect(customer).toMatchObject({ name: "Steven Clark", phone: null, locale: "en" });
    const bank = await desk.house.db
      .selectFrom("institution")
      .selectAll()
      .where("id", "=", found.institution_id)
      .executeTakeFirst();
    expect(bank).toMatchObject({ code: "ISSUERS-VISA" });
  });

  test("of which the bank gives no date is answered by the network's own window", async () => {
    await importing(line({ due_at: "" }));
    const [clock] = await runningClocks((await caseOf()).id);
    // Thirty days from the day on which it was raised, however late its file comes.
    expect(clock).toEqual({ rule: "dispute-answer-visa", dueAt: "2026-05-31T15:59:59.999Z", given: false });
  });

  test("joins a case with the same window, whose days have run since", async () => {
    const caseId = await givenCase();
    await importing(line({ due_at: "" }));
    expect(await runningClocks(caseId)).toMatchObject([{ dueAt: "2026-05-31T15:59:59.999Z", given: false }]);
  });

  test("that is said to begin on a day to come has its window from today", async () => {
    await importing(line({ due_at: "", opened_at: "2098-05-01T10:00:00+00:00" }));
    const [clock] = await runningClocks((await caseOf()).id);
    expect(clock?.dueAt?.slice(0, 2)).toBe("20");
    expect(new Date(clock?.dueAt ?? "").getTime()).toBeLessThan(desk.clock.now().getTime() + 32 * 86_400_000);
  });

  test("again changes nothing, and says so", async () => {
    await importing(line());
    const before = [await dispute(), await caseOf(), await sale()];
    const again = await importing(line());
    expect(countsOf(again.run)).toEqual([0, 0, 1, 0]);
    expect([await dispute(), await caseOf(), await sale()]).toEqual(before);
  });

  test("about a sale that is not imported yet is a bad row that says so, and is taken once the sale is there", async () => {
    const early = line({ transaction_id: `TXN-LATE-${count}` });
    const first = await importing(early);
    expect(first.faults).toEqual(["2 transaction_id TRANSACTION_UNKNOWN"]);
    await importText(desk, "SETTLEMENT", settlement(saleLine({ transaction_id: `TXN-LATE-${count}` })));
    expect(countsOf((await importing(early)).run)).toEqual([1, 0, 0, 0]);
  });

  test.each([
    ["another card", { card_last4: "1111" }, "card_last4 CARD_OF_SALE"],
    ["more than the sale", { amount: "1552.00" }, "amount ABOVE_SALE"],
  ])("with %s is a bad row, and no case is opened", async (_what, change, fault) => {
    const { run, faults } = await importing(line(change));
    expect(countsOf(run)).toEqual([0, 0, 0, 1]);
    expect(faults).toEqual([`2 ${fault}`]);
    expect((await sale()).charged_back_minor).toBe(0n);
  });

  test("that two files bring at once opens one case", async () => {
    const both = await Promise.all([importing(line()), importing(line())]);
    expect(both.reduce((sum, { run }) => sum + run.rows_bad, 0)).toBe(0);
    const cases = await desk.house.db
      .selectFrom("cases")
      .select("id")
      .where("transaction_id", "=", (await sale()).id)
      .execute();
    expect(cases).toHaveLength(1);
    expect((await sale()).charged_back_minor).toBe(155_199n);
  });

  test("that stands twice in one file is one dispute", async () => {
    expect(countsOf((await importing(line(), line())).run)).toEqual([1, 0, 1, 0]);
  });
});

describe("what the file's status means", () => {
  test.each([
    ["intake", "NOTIFIED", 0n],
    ["evidence_gathering", "CHARGEBACK", 155_199n],
    ["submitted", "REPRESENTED", 155_199n],
    ["escalated", "PRE_ARBITRATION", 155_199n],
  ])("%s rests at the bank as %s", async (status, state, taken) => {
    await importing(line({ status }));
    expect(await dispute()).toMatchObject({ state, charged_back_minor: taken, closed_at: null });
    expect(await caseOf()).toMatchObject({ state: "AT_BANK", closed_at: null });
  });

  test.each([
    ["approved", { state: "CLOSED", outcome: "CHARGED_BACK" }, "LOST", 155_199n],
    ["denied", { state: "CLOSED", outcome: "DEFENDED" }, "WON", 0n],
    ["expired", { state: "CLOSED", outcome: "CHARGED_BACK" }, "LAPSED", 155_199n],
    ["closed", { state: "NEGOTIATING", outcome: null }, "RETURNED", 0n],
  ])("%s ends the stage, by the same door as the bank's own ruling", async (status, ended, state, taken) => {
    await importing(line({ status }));
    const found = await caseOf();
    expect(found).toMatchObject(ended);
    expect(await dispute()).toMatchObject({ state, charged_back_minor: taken });
    expect(await sale()).toMatchObject({ charged_back_minor: taken });
    expect(await events(found.id)).toEqual(["OPEN", "RECORD_BANK_RULING"]);
  });

  test("where the network allocates the liability, an answer is the second round, and the bank's turn", async () => {
    await importing(line({ reason_code: "10.4", status: "submitted" }));
    expect(await dispute()).toMatchObject({ state: "PRE_ARBITRATION" });
    expect(await runningClocks((await caseOf()).id)).toMatchObject([{ rule: "bank-ruling" }]);
  });
});

describe("a dispute that the bank speaks of again", () => {
  test("follows its new status step by step, each with its event", async () => {
    await importing(line());
    expect(countsOf((await importing(line({ status: "escalated" }))).run)).toEqual([0, 1, 0, 0]);
    const found = await caseOf();
    expect(await dispute()).toMatchObject({ state: "PRE_ARBITRATION", reported_status: "escalated" });
    expect(await events(found.id)).toEqual(["OPEN", "ADVANCE_DISPUTE", "ADVANCE_DISPUTE"]);
    expect(countsOf((await importing(line({ status: "escalated" }))).run)).toEqual([0, 0, 1, 0]);
    expect(countsOf((await importing(line({ status: "denied" }))).run)).toEqual([0, 1, 0, 0]);
    expect(await caseOf()).toMatchObject({ state: "CLOSED", outcome: "DEFENDED" });
    expect(await sale()).toMatchObject({ charged_back_minor: 0n });
  });

  test("gets the new date that the bank gives", async () => {
    await importing(line());
    await importing(line({ due_at: "2099-07-01T10:00:00Z" }));
    const found = await caseOf();
    expect(found.due_at).toEqual(new Date("2099-07-01T10:00:00Z"));
    expect(await runningClocks(found.id)).toMatchObject([{ dueAt: "2099-07-01T10:00:00.000Z", given: true }]);
  });

  test("with another word for the same stage is only noted", async () => {
    await importing(line({ status: "evidence_gathering" }));
    expect(countsOf((await importing(line({ status: "ai_drafting" }))).run)).toEqual([0, 1, 0, 0]);
    expect(await events((await caseOf()).id)).toEqual(["OPEN"]);
  });

  test("never goes back: that is a bad row, and nothing is changed", async () => {
    await importing(line({ status: "approved" }));
    const before = await caseOf();
    const { run, faults } = await importing(line({ status: "pending_review" }));
    expect(countsOf(run)).toEqual([0, 0, 0, 1]);
    expect(faults).toEqual(["2 status STATUS_NOT_REACHABLE"]);
    expect(await caseOf()).toEqual(before);
  });

  describe("after its customer took it back", () => {
    beforeEach(async () => {
      await importing(line({ status: "notified" }));
      await act((await caseOf()).id, { action: "WITHDRAW", input: { message: null } });
    });

    const reopen = async (caseId: string) => {
      const ctx = { ...desk.ctx, actor: anActor("SUPERVISOR", { id: null }) };
      const move: CaseMove = { action: "REOPEN", input: { reason: "The bank went on all the same." } };
      expect(await performOnLatest(ctx, { caseId, move, key: newId() })).toMatchObject({ ok: true });
    };
    const cycles = () =>
      desk.house.db
        .selectFrom("dispute")
        .select(["case_id", "cycle", "state", "charged_back_minor"])
        .where("reference", "=", ref)
        .orderBy("cycle")
        .execute();

    test("and takes the money all the same is its next cycle, in a case of its own, and the sale shows the money gone", async () => {
      const withdrawn = await caseOf();
      expect(countsOf((await importing(line({ status: "chargeback" }))).run)).toEqual([1, 0, 0, 0]);
      const [first, second] = await cycles();
      expect(first).toMatchObject({ case_id: withdrawn.id, cycle: 1, state: "WITHDRAWN", charged_back_minor: 0n });
      expect(second).toMatchObject({ cycle: 2, state: "CHARGEBACK", charged_back_minor: 155_199n });
      expect(second?.case_id).not.toBe(withdrawn.id);
      expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
      expect(await runningClocks(second?.case_id ?? "")).toMatchObject([{ rule: "dispute-answer-visa" }]);
      expect(countsOf((await importing(line({ status: "chargeback" }))).run)).toEqual([0, 0, 1, 0]);
      expect(countsOf((await importing(line({ status: "won" }))).run)).toEqual([0, 1, 0, 0]);
      expect((await cycles()).map(({ state }) => state)).toEqual(["WITHDRAWN", "WON"]);
      expect(await sale()).toMatchObject({ charged_back_minor: 0n });
    });

    test("and has lost it for the merchant is the same, ruled at once", async () => {
      expect(countsOf((await importing(line({ status: "lost" }))).run)).toEqual([1, 0, 0, 0]);
      expect((await cycles()).map(({ state }) => state)).toEqual(["WITHDRAWN", "LOST"]);
      expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
    });

    test("and takes the money in two files at once begins one cycle", async () => {
      const again = () => importing(line({ status: "chargeback" }));
      const both = await Promise.all([again(), again(), again()]);
      expect(both.reduce((sum, { run }) => sum + run.rows_bad, 0)).toBe(0);
      expect(await cycles()).toHaveLength(2);
      expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
    });

    test("and takes the money joins the case where that was opened again meanwhile", async () => {
      const found = await caseOf();
      await reopen(found.id);
      await importing(line({ status: "chargeback" }));
      expect((await cycles()).map(({ case_id }) => case_id)).toEqual([found.id, found.id]);
      expect(await caseOf()).toMatchObject({ id: found.id, state: "AT_BANK" });
    });

    test("and takes the money is the dispute that the desk took to it anew", async () => {
      const found = await caseOf();
      await reopen(found.id);
      const negotiating = { state: "NEGOTIATING", merchant_answer: "SILENT" } as const;
      await desk.house.db.updateTable("cases").set(negotiating).where("id", "=", found.id).execute();
      const anew = { reasonCode: "13.1", message: "The shop is silent." };
      await act(found.id, { action: "ESCALATE_TO_BANK", input: anew });
      await importing(line({ status: "chargeback" }));
      expect(await cycles()).toMatchObject([
        { case_id: found.id, cycle: 1, state: "WITHDRAWN" },
        { case_id: found.id, cycle: 2, state: "CHARGEBACK", charged_back_minor: 155_199n },
      ]);
    });

    test("over another sale is a bad row", async () => {
      const other = `${txn}-B`;
      await importText(desk, "SETTLEMENT", settlement(saleLine({ transaction_id: other })));
      const { faults } = await importing(line({ status: "chargeback", transaction_id: other }));
      expect(faults).toEqual(["2 transaction_id DIFFERS"]);
      expect(await cycles()).toHaveLength(1);
    });

    test.each(["intake", "closed", "denied"])("and says %s has nothing to add", async (status) => {
      expect(countsOf((await importing(line({ status }))).run)).toEqual([0, 1, 0, 0]);
      expect(await dispute()).toMatchObject({ state: "WITHDRAWN", ruling: null, reported_status: status });
    });
  });

  test("after the bank gave the money back and its customer withdrew is not charged back again by an old row", async () => {
    await importing(line());
    const { id } = await caseOf();
    const step = (name: string): CaseMove => ({ action: "ADVANCE_DISPUTE", input: { step: name, detail: {} } });
    await act(id, step("dispute:REPRESENT"));
    await act(id, step("dispute:REVERSE_CHARGEBACK"));
    await act(id, { action: "WITHDRAW", input: { message: null } });
    const { faults } = await importing(line({ status: "chargeback" }));
    expect(faults).toEqual(["2 status WITHDRAWN_HERE"]);
    expect(await sale()).toMatchObject({ charged_back_minor: 0n });
    await importing(line({ status: "chargeback", opened_at: "2097-05-01T10:00:00Z" }));
    expect(await dispute().catch(() => null)).not.toBeNull();
    expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
  });

  test("and charges back after it was over is its next cycle by a date after the end; an old row is none", async () => {
    await importing(line({ status: "denied" }));
    expect(await caseOf()).toMatchObject({ state: "CLOSED", outcome: "DEFENDED" });
    expect((await importing(line({ status: "escalated" }))).faults).toEqual(["2 status STATUS_NOT_REACHABLE"]);
    const again = line({ status: "escalated", opened_at: "2097-05-01T10:00:00Z", amount: "500.00" });
    expect(countsOf((await importing(again)).run)).toEqual([1, 0, 0, 0]);
    const rows = await desk.house.db
      .selectFrom("dispute")
      .select(["cycle", "state", "charged_back_minor"])
      .where("reference", "=", ref)
      .orderBy("cycle")
      .execute();
    expect(rows).toEqual([
      { cycle: 1, state: "WON", charged_back_minor: 0n },
      { cycle: 2, state: "PRE_ARBITRATION", charged_back_minor: 50_000n },
    ]);
    expect(await sale()).toMatchObject({ charged_back_minor: 50_000n });
  });

  test("with another amount or reason is a bad row that says what differs", async () => {
    await importing(line());
    const { faults } = await importing(line({ amount: "10.00", reason_code: "13.3" }));
    expect(faults).toEqual(["2 reason_code DIFFERS", "2 amount DIFFERS"]);
  });

  test("that a crash left half taken in is finished by importing again", async () => {
    await importing(line());
    // As a crash between opening and ruling leaves it: written, and not yet known as taken.
    await desk.house.db
      .updateTable("dispute")
      .set({ content_hash: null, reported_status: null })
      .where("reference", "=", ref)
      .execute();
    expect(countsOf((await importing(line({ status: "approved" }))).run)).toEqual([0, 1, 0, 0]);
    expect(await caseOf()).toMatchObject({ outcome: "CHARGED_BACK" });
  });
});

describe("a dispute over a sale that the desk is at work on", () => {
  test("joins its case, whose own customer stays", async () => {
    const caseId = await givenCase();
    expect(countsOf((await importing(line())).run)).toEqual([1, 0, 0, 0]);
    const found = await caseOf();
    expect(found).toMatchObject({ id: caseId, state: "AT_BANK", stage: "BANK", origin: "CUSTOMER" });
    expect(await events(caseId)).toEqual(["OPEN", "JOIN_DISPUTE"]);
    expect(await runningClocks(caseId)).toMatchObject([
      { rule: "dispute-answer-visa", dueAt: "2099-05-31T10:00:00.000Z" },
    ]);
    expect(await sale()).toMatchObject({ charged_back_minor: 155_199n });
  });

  test("joins its case also when somebody works on it at that very moment", async () => {
    const caseId = await givenCase();
    const imported = await desk.house.db.transaction().execute(async (trx) => {
      await trx
        .updateTable("cases")
        .set((eb) => ({ version: eb("version", "+", 1) }))
        .where("id", "=", caseId)
        .execute();
      const importsMeanwhile = importing(line());
      const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      const read = async () => (await waiting.execute(desk.house.db)).rows.length;
      await until("an import that waits for the case", read, (many) => many > 0, 20_000);
      return { importsMeanwhile };
    });
    expect(countsOf((await imported.importsMeanwhile).run)).toEqual([1, 0, 0, 0]);
    expect(await dispute()).toMatchObject({ case_id: caseId });
  });

  test("gives its number to the dispute that the desk had taken to the bank itself", async () => {
    const caseId = await givenCase();
    await act(caseId, { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.1", message: "The shop is silent." } });
    expect(countsOf((await importing(line())).run)).toEqual([1, 0, 0, 0]);
    expect(await dispute()).toMatchObject({ case_id: caseId, state: "CHARGEBACK" });
    expect(await events(caseId)).toEqual(["OPEN", "ESCALATE_TO_BANK", "ADOPT_DISPUTE", "ADVANCE_DISPUTE"]);
  });

  test("runs under the bank's own code and over its own amount, whatever the desk had written", async () => {
    const caseId = await givenCase();
    await act(caseId, { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.1", message: "The shop is silent." } });
    const said = line({ reason_code: "13.3", amount: "500.00" });
    expect(countsOf((await importing(said)).run)).toEqual([1, 0, 0, 0]);
    expect(await dispute()).toMatchObject({
      ...{ case_id: caseId, state: "CHARGEBACK", reason_code: "13.3" },
      ...{ amount_minor: 50_000n, charged_back_minor: 50_000n },
    });
    const { data } = await desk.house.db
      .selectFrom("case_event")
      .select("data")
      .where("case_id", "=", caseId)
      .where("kind", "=", "ADOPT_DISPUTE")
      .executeTakeFirstOrThrow();
    expect(data).toMatchObject({
      reference: ref,
      before: { reasonCode: "13.1", amount: { minor: "155199", currency: "USD" } },
      after: { reasonCode: "13.3", amount: { minor: "50000", currency: "USD" } },
    });
    expect(countsOf((await importing(said)).run)).toEqual([0, 0, 1, 0]);
  });

  test("leaves the number of another that the bank names at that very moment", async () => {
    const caseId = await givenCase();
    await act(caseId, { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.1", message: "The shop is silent." } });
    const another = `${ref}-B`;
    const own = desk.house.db.updateTable("dispute").set({ reference: another }).where("case_id", "=", caseId);
    const db = meanwhile(desk.ctx.db, naming("unnumbered_dispute_id"), () => own.execute());
    const { run } = await importText({ ctx: { ...desk.ctx, db } }, "BANK_DISPUTES", bankFile(line()));
    expect(countsOf(run)).toEqual([1, 0, 0, 0]);
    expect(await dispute(another)).toMatchObject({ case_id: caseId });
    expect((await dispute()).id).not.toBe((await dispute(another)).id);
  });

  test("is what the case is about from then on, although it began before one that is over", async () => {
    const caseId = await givenCase();
    await act(caseId, { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.1", message: "The shop is silent." } });
    const returned = { ruling: "RETURNED_UNRESOLVED" };
    const amount = money(155_199n, "USD");
    await act(caseId, {
      action: "RECORD_BANK_RULING",
      input: { to: "NEGOTIATING", outcome: null, amount, detail: returned },
    });
    await importing(line());
    await importing(line({ status: "won" }));
    expect(await dispute()).toMatchObject({ case_id: caseId, state: "WON" });
    expect(await caseOf()).toMatchObject({ state: "CLOSED", outcome: "DEFENDED" });
    expect(await sale()).toMatchObject({ charged_back_minor: 0n });
  });

  test("gets a case of its own while a refund is on its way: the bank's clock runs all the same", async () => {
    const caseId = await givenCase();
    await desk.house.db
      .insertInto("case_check")
      .values(
        [
          "TRANSACTION_FOUND",
          "AMOUNT_REFUNDABLE",
          "WITHIN_WINDOW",
          "PROOF_PRESENT",
          "IDENTITY_CONFIRMED",
          "GOODS_STATE",
        ].map((kind) => ({
          case_id: caseId,
          kind: kind as "GOODS_STATE",
          outcome: "PASSED" as const,
          automatic: false,
          basis: "",
          at: desk.clock.now(),
        })),
      )
      .onConflict((conflict) => conflict.columns(["case_id", "kind"]).doUpdateSet({ outcome: "PASSED" }))
      .execute();
    await act(caseId, {
      action: "APPROVE_REFUND",
      input: { amount: money(10_000n, "USD"), reason: "goodwill", messageToCustomer: null },
    });
    await importing(line());
    const found = await caseOf();
    expect(found.id).not.toBe(caseId);
    expect(found).toMatchObject({ state: "AT_BANK", origin: "BANK" });
    // What is on its way back cannot be taken by the bank as well.
    expect(await dispute()).toMatchObject({ charged_back_minor: 0n });
    expect(await sale()).toMatchObject({ in_flight_minor: 10_000n, charged_back_minor: 0n });
  });
});
