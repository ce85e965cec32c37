import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenSale } from "../support/given-rows.ts";
import { givenCheckedCase } from "../support/refund-desk.ts";

let api: TestApi;
let agent: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = api.as("SUPPORT_AGENT");
});
afterAll(async () => {
  expect(await verifyMoney(api.house.db)).toEqual([]);
  await api.close();
});

/** A case of CNY 1,299.00 that desk and customer are negotiating. */
async function givenNegotiating(): Promise<{ caseId: string; saleId: string }> {
  const saleId = await givenSale(api.house.db, api.own.merchantId);
  const sale = { id: saleId, merchantId: api.own.merchantId, reference: `A-${saleId}` };
  const caseId = await givenCheckedCase(api.house, sale, 129_900n);
  const negotiating = { state: "NEGOTIATING", merchant_answer: "CONTESTED" } as const;
  await api.house.db.updateTable("cases").set(negotiating).where("id", "=", caseId).execute();
  return { caseId, saleId };
}

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
}

async function act(caseId: string, mutation: string, type: string, more: object): Promise<Answer> {
  const { version: expectedVersion } = await caseOf(caseId);
  const input = { caseId: toGlobalId("Case", caseId), expectedVersion, idempotencyKey: newId(), ...more };
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ActionRefused { reasons { code } } } }`;
  const { data } = await agent.query<Record<string, Answer>>(document, { input });
  const answer = data[mutation];
  if (answer === undefined) throw new Error(`${mutation} gave nothing`);
  return answer;
}

const refer = (caseId: string, agency = "CN-12315", seen: { readonly expectedVersion?: number } = {}) =>
  act(caseId, "referCaseToAgency", "ReferCaseToAgencyInput", {
    agency,
    message: "No agreement with the shop.",
    ...seen,
  });
const advance = (caseId: string, step: string, reference?: string) =>
  act(caseId, "advanceReferral", "AdvanceReferralInput", { step, ...(reference !== undefined && { reference }) });
const end = (caseId: string, outcome: string, minor?: number) =>
  act(caseId, "recordAgencyOutcome", "RecordAgencyOutcomeInput", {
    outcome,
    ...(minor !== undefined && { amount: { minor: String(minor), currency: "CNY" } }),
  });

function caseOf(caseId: string) {
  return api.house.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
}

function referralOf(caseId: string) {
  return api.house.db.selectFrom("referral").selectAll().where("case_id", "=", caseId).executeTakeFirstOrThrow();
}

function refundOver(saleId: string) {
  return api.house.db.selectFrom("refund").selectAll().where("transaction_id", "=", saleId).executeTakeFirstOrThrow();
}

function requestOf(caseId: string) {
  return api.house.db
    .selectFrom("approval_request")
    .selectAll()
    .where("case_id", "=", caseId)
    .executeTakeFirstOrThrow();
}

async function runningClocks(caseId: string): Promise<readonly string[]> {
  const rows = await api.house.db
    .selectFrom("case_clock")
    .select("rule")
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .execute();
  return rows.map(({ rule }) => rule);
}

describe("the consumer-protection stage", () => {
  test("goes from the complaint to the mediated refund, each clock in its turn", async () => {
    const { caseId, saleId } = await givenNegotiating();
    expect((await refer(caseId)).__typename).toBe("CaseActionDone");
    expect(await caseOf(caseId)).toMatchObject({ state: "AT_AGENCY", stage: "CONSUMER_PROTECTION" });
    expect(await runningClocks(caseId)).toEqual(["agency-accept"]);
    await advance(caseId, "ACKNOWLEDGE", "2026-沪-004812");
    expect(await referralOf(caseId)).toMatchObject({ state: "ACKNOWLEDGED", reference: "2026-沪-004812" });
    expect(await runningClocks(caseId)).toEqual(["agency-mediation"]);
    await advance(caseId, "BEGIN_MEDIATION");
    expect((await end(caseId, "MEDIATED_REFUND", 60_000)).__typename).toBe("CaseActionDone");
    expect(await caseOf(caseId)).toMatchObject({ state: "REFUNDING", settles_as: "SETTLED" });
    expect(await referralOf(caseId)).toMatchObject({ state: "MEDIATED", outcome: "MEDIATED_REFUND" });
    const sale = await api.house.db
      .selectFrom("transaction")
      .selectAll()
      .where("id", "=", saleId)
      .executeTakeFirstOrThrow();
    expect(sale.in_flight_minor).toBe(60_000n);
  });

  test("handed on to another authority waits for that one to take it on, and then has one clock to mediate", async () => {
    const { caseId } = await givenNegotiating();
    await refer(caseId);
    for (const [step, clock] of [
      ["TRANSFER", "agency-accept"],
      ["ACKNOWLEDGE", "agency-mediation"],
      ["TRANSFER", "agency-accept"],
      ["ACKNOWLEDGE", "agency-mediation"],
    ] as const) {
      expect((await advance(caseId, step)).__typename).toBe("CaseActionDone");
      expect(await runningClocks(caseId)).toEqual([clock]);
    }
  });

  test("ends without agreement, and no money moves", async () => {
    const { caseId, saleId } = await givenNegotiating();
    await refer(caseId);
    await advance(caseId, "ACKNOWLEDGE");
    await end(caseId, "MEDIATION_ENDED");
    expect(await caseOf(caseId)).toMatchObject({ state: "CLOSED", outcome: "DECLINED" });
    const sale = await api.house.db
      .selectFrom("transaction")
      .selectAll()
      .where("id", "=", saleId)
      .executeTakeFirstOrThrow();
    expect(sale).toMatchObject({ in_flight_minor: 0n, refunded_minor: 0n });
  });

  test.each([
    ["an agency that is not in the directory", (caseId: string) => refer(caseId, "XX-NONE"), "NEGOTIATING"],
    [
      "a mediation before it was taken on",
      (caseId: string) => refer(caseId).then(() => advance(caseId, "BEGIN_MEDIATION")),
      "AT_AGENCY",
    ],
    [
      "an outcome before it was taken on",
      (caseId: string) => refer(caseId).then(() => end(caseId, "MEDIATION_ENDED")),
      "AT_AGENCY",
    ],
  ])("refuses %s", async (_what, attempt, state) => {
    const { caseId } = await givenNegotiating();
    expect((await attempt(caseId)).reasons).toEqual([{ code: "STEP_NOT_OPEN" }]);
    expect(await caseOf(caseId)).toMatchObject({ state });
  });

  test("a mediated refund above the agent's own limit waits for others: nobody moves it alone by recording it", async () => {
    const { caseId, saleId } = await givenNegotiating();
    await refer(caseId);
    await advance(caseId, "ACKNOWLEDGE");
    expect((await end(caseId, "MEDIATED_REFUND", 129_900)).__typename).toBe("CaseActionDone");
    expect(await caseOf(caseId)).toMatchObject({
      ...{ state: "AWAITING_APPROVAL", settles_as: "SETTLED", proposed_by_id: agent.staffId },
      approvals_missing: ["approval.first"],
    });
    const { id, ...refund } = await refundOver(saleId);
    expect(refund).toMatchObject({ state: "AWAITING_APPROVAL", amount_minor: 129_900n });
    const waiting = { subject_id: id, state: "OPEN", proposer_id: agent.staffId };
    expect(await requestOf(caseId)).toMatchObject(waiting);
  });

  test("refuses more than the customer asked for", async () => {
    const { caseId } = await givenNegotiating();
    await api.house.db.updateTable("cases").set({ amount_minor: 30_000n }).where("id", "=", caseId).execute();
    await refer(caseId);
    await advance(caseId, "ACKNOWLEDGE");
    expect((await end(caseId, "MEDIATED_REFUND", 30_001)).reasons).toEqual([{ code: "ABOVE_CLAIM" }]);
    expect(await caseOf(caseId)).toMatchObject({ state: "AT_AGENCY" });
  });

  test("refuses more than may still go back", async () => {
    const { caseId } = await givenNegotiating();
    await refer(caseId);
    await advance(caseId, "ACKNOWLEDGE");
    expect((await end(caseId, "MEDIATED_REFUND", 129_901)).reasons).toEqual([{ code: "ABOVE_REFUNDABLE" }]);
    expect((await end(caseId, "MEDIATED_REFUND")).reasons).toEqual([{ code: "AMOUNT_NOT_POSITIVE" }]);
  });

  test.each(["CN-12315", "US-CFPB", "UK-FOS"])(
    "of %s leaves no clock running once the case is closed",
    async (agency) => {
      const { caseId } = await givenNegotiating();
      await refer(caseId, agency);
      await end(caseId, "COMPLAINT_REFUSED");
      expect(await runningClocks(caseId)).toEqual(["reopen-window"]);
    },
  );

  test("of two clicks at once on the same version, one is told that the case moved on", async () => {
    const { caseId } = await givenNegotiating();
    const { version: expectedVersion } = await caseOf(caseId);
    const click = () => refer(caseId, "CN-12315", { expectedVersion });
    const answers = await Promise.all([click(), click()]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CaseActionDone", "StaleCase"]);
  });
});
