import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sweepTriages } from "../../server/cases/jobs/sweep-triages.ts";
import { triageCase } from "../../server/cases/jobs/triage-case.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { markSent } from "../../server/refunds/actions/mark-sent.ts";
import { reportAnswer } from "../../server/refunds/actions/report-answer.ts";
import { findRefund } from "../../server/refunds/queries/find-refund.ts";
import { customerActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, caseRow, eventKinds, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function waitingTriages(caseId: string): Promise<number> {
  const { rows } = await api.house.database.pool.query(
    "select count(*)::int as n from jobs.job where name = 'triage-case' and data->>'caseId' = $1 and state = 'created'",
    [caseId],
  );
  return rows[0].n;
}

async function refundsOf(caseId: string) {
  return api.house.db.selectFrom("refund").select(["state", "amount_minor"]).where("case_id", "=", caseId).execute();
}

/** A proof comes onto the case without the road of an upload, which has tests of its own. */
async function attachProof(caseId: string): Promise<void> {
  const id = newId();
  await api.house.db
    .insertInto("evidence")
    .values({
      ...{
        id,
        case_id: caseId,
        kind: "CARD_SLIP",
        file_name: "slip.png",
        media_type: "image/png",
        bytes: 1,
        sha256: id,
      },
      ...{ uploaded_by_role: "CUSTOMER", uploaded_by_id: null, created_at: api.clock.now() },
    })
    .execute();
  await actOn(api, customerActor(caseId, ""), caseId, {
    action: "ATTACH_EVIDENCE",
    input: { evidenceId: id, detail: {} },
  });
}

describe("a new case", () => {
  test("has its checks, the policy's first word and one triage waiting when it opens", async () => {
    const { caseId } = await givenCase(api);
    const checks = await api.house.db
      .selectFrom("case_check")
      .select(["kind", "outcome"])
      .where("case_id", "=", caseId)
      .execute();
    expect(Object.fromEntries(checks.map(({ kind, outcome }) => [kind, outcome]))).toMatchObject({
      TRANSACTION_FOUND: "PASSED",
      AMOUNT_REFUNDABLE: "PASSED",
      WITHIN_WINDOW: "PASSED",
      PROOF_PRESENT: "PENDING",
    });
    const decisions = await api.house.db.selectFrom("decision").select("id").where("case_id", "=", caseId).execute();
    expect(decisions).toHaveLength(1);
    const { chain_head } = await caseRow(api, caseId);
    const opened = await api.house.db
      .selectFrom("case_event")
      .select("data")
      .where("hash", "=", chain_head)
      .executeTakeFirstOrThrow();
    expect(opened.data).toMatchObject({ decision: { id: decisions[0]?.id }, checks: { PROOF_PRESENT: "PENDING" } });
    expect(await waitingTriages(caseId)).toBe(1);
  });

  test("goes to the merchant when its sale was found", async () => {
    const { caseId } = await givenCase(api);
    await triageCase(api.house, caseId);
    expect(await caseRow(api, caseId)).toMatchObject({ state: "VERIFYING", merchant_answer: "WAITING" });
    await triageCase(api.house, caseId);
    expect(await eventKinds(api, caseId)).toEqual(["OPEN", "BEGIN_VERIFICATION"]);
  });

  test("waits for a person when its sale was not found", async () => {
    const { caseId } = await givenCase(api, { transactionId: null });
    await triageCase(api.house, caseId);
    expect(await eventKinds(api, caseId)).toEqual(["OPEN"]);
  });

  test("triaged by many at once takes one step", async () => {
    const { caseId } = await givenCase(api);
    await Promise.all(Array.from({ length: 8 }, () => triageCase(api.house, caseId)));
    expect(await eventKinds(api, caseId)).toEqual(["OPEN", "BEGIN_VERIFICATION"]);
  });
});

describe("a triage that lost its job", () => {
  async function lose(caseId: string): Promise<void> {
    await api.house.database.pool.query("delete from jobs.job where data->>'caseId' = $1", [caseId]);
  }

  test("is asked for again when it is late, by one of several sweeps at once", async () => {
    const { caseId } = await givenCase(api);
    await lose(caseId);
    await sweepTriages(api.house);
    expect(await waitingTriages(caseId)).toBe(0);
    api.clock.advance({ minutes: 3 });
    await Promise.all(Array.from({ length: 4 }, () => sweepTriages(api.house)));
    expect(await waitingTriages(caseId)).toBe(1);
  });

  test("is not asked for again once it was done, also where it found nothing to do", async () => {
    const { caseId } = await givenCase(api, { transactionId: null });
    await triageCase(api.house, caseId);
    await lose(caseId);
    api.clock.advance({ minutes: 3 });
    await sweepTriages(api.house);
    expect(await waitingTriages(caseId)).toBe(0);
  });
});

describe("what the policy approves without anybody's hand", () => {
  const routine = { reason: "DUPLICATE_CHARGE", amount: money(12_900n, "CNY") } as const;

  async function givenConfirmed() {
    const found = await givenCase(api, { ...routine, merchantId: api.own.merchantId });
    await triageCase(api.house, found.caseId);
    await attachProof(found.caseId);
    const merchant = await staffActorOf(api, "MERCHANT_VERIFIER");
    await actOn(api, merchant, found.caseId, {
      action: "RECORD_MERCHANT_ANSWER",
      input: { confirms: true, message: "Rung up twice, sorry." },
    });
    return found;
  }

  test("is refunded once the proof and the shop's word are there, and its money is held", async () => {
    const { caseId, transactionId } = await givenConfirmed();
    expect(await waitingTriages(caseId)).toBe(1);
    expect(await refundsOf(caseId)).toEqual([]);
    await triageCase(api.house, caseId);
    await triageCase(api.house, caseId);
    expect(await caseRow(api, caseId)).toMatchObject({ state: "REFUNDING" });
    expect(await refundsOf(caseId)).toEqual([{ state: "QUEUED", amount_minor: 12_900n }]);
    expect(await heldOver(transactionId)).toBe(12_900n);
    expect(await eventKinds(api, caseId)).toEqual([
      ...["OPEN", "BEGIN_VERIFICATION", "ATTACH_EVIDENCE", "RECORD_MERCHANT_ANSWER", "AUTO_APPROVE"],
    ]);
  });

  test("by many at once is refunded once", async () => {
    const { caseId, transactionId } = await givenConfirmed();
    await Promise.all(Array.from({ length: 8 }, () => triageCase(api.house, caseId)));
    expect(await refundsOf(caseId)).toHaveLength(1);
    expect(await heldOver(transactionId)).toBe(12_900n);
  });

  test("and closed so, is not refunded again by itself or in full when it is opened again", async () => {
    const { caseId, transactionId } = await givenConfirmed();
    await triageCase(api.house, caseId);
    await settle(caseId);
    expect(await caseRow(api, caseId)).toMatchObject({ state: "CLOSED", outcome: "REFUNDED" });
    const supervisor = await staffActorOf(api, "SUPERVISOR");
    await actOn(api, supervisor, caseId, { action: "REOPEN", input: { reason: "The customer rang again." } });
    await triageCase(api.house, caseId);
    expect(await caseRow(api, caseId)).toMatchObject({ state: "VERIFYING" });
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    const again = { amount: money(1n, "CNY"), reason: null, messageToCustomer: null };
    await expect(actOn(api, agent, caseId, { action: "APPROVE_REFUND", input: again })).rejects.toThrow("ABOVE_CLAIM");
    expect(await refundsOf(caseId)).toEqual([{ state: "SETTLED", amount_minor: 12_900n }]);
    expect(await heldOver(transactionId)).toBe(0n);
  });

  test("but whose money went elsewhere meanwhile is left to a person", async () => {
    const { caseId, transactionId } = await givenConfirmed();
    await api.house.db
      .updateTable("transaction")
      .set({ refunded_minor: 129_900n })
      .where("id", "=", transactionId)
      .execute();
    await triageCase(api.house, caseId);
    expect(await refundsOf(caseId)).toEqual([]);
    expect(await caseRow(api, caseId)).toMatchObject({ state: "VERIFYING" });
  });
});

/** As when the acquirer was told, and said that the money is there. */
async function settle(caseId: string): Promise<void> {
  const { id, instruction_key: key } = await api.house.db
    .selectFrom("refund")
    .select(["id", "instruction_key"])
    .where("case_id", "=", caseId)
    .executeTakeFirstOrThrow();
  const refund = await findRefund(api.house.db, id);
  if (refund === undefined) throw new Error("The refund is not there");
  await markSent(api.house, refund);
  await reportAnswer(api.house, id, key, { answer: "SETTLED", reference: "R-1" });
}

async function heldOver(transactionId: string): Promise<bigint> {
  const sale = await api.house.db
    .selectFrom("transaction")
    .select("in_flight_minor")
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  return sale.in_flight_minor;
}
