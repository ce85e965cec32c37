import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { markSent } from "../../server/refunds/actions/mark-sent.ts";
import { toDetail } from "../../server/refunds/domain/provider-report.ts";
import { findLatestRefund } from "../../server/refunds/queries/find-refund.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { caseRow, eventKinds, type GivenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const reference = "BOC-2026/000123";
const RECORD = `mutation ($input: RecordManualRefundInput!) { recordManualRefund(input: $input) {
  __typename ... on ActionRefused { reasons { code } } } }`;
const DECIDE = `mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename
  ... on ApprovalRefused { reasons { code } } ... on ApprovalDecided { request { state facts { name value } } } } } }`;

async function record(who: SignedIn, found: GivenCase, evidenceId: string) {
  const { version } = await caseRow(api, found.caseId);
  const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), reference, evidenceId };
  const { data } = await who.query<{ recordManualRefund: object }>(RECORD, { input });
  return data.recordManualRefund;
}

async function requestOf({ caseId }: GivenCase) {
  return api.house.db
    .selectFrom("approval_request")
    .selectAll()
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", "MANUAL_REFUND")
    .orderBy("opened_at", "desc")
    .executeTakeFirst();
}

async function decide(who: SignedIn, found: GivenCase, verdict: "GRANT" | "REJECT" = "GRANT", version?: number) {
  const request = await requestOf(found);
  if (request === undefined) throw new Error("Nothing was asked");
  const item = {
    id: toGlobalId("ApprovalRequest", request.id),
    expectedVersion: version ?? request.version,
    idempotencyKey: newId(),
  };
  const input = { items: [item], verdict, note: verdict === "GRANT" ? null : "The slip names somebody else." };
  const { data } = await who.query<{ decideApprovals: { result: object }[] }>(DECIDE, { input });
  return data.decideApprovals[0]?.result;
}

async function moneyOf({ transactionId }: GivenCase) {
  const { refunded_minor: refunded, in_flight_minor: inFlight } = await api.house.db
    .selectFrom("transaction")
    .select(["refunded_minor", "in_flight_minor"])
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  return { refunded, inFlight };
}

const refundOf = ({ caseId }: GivenCase) => findLatestRefund(api.house.db, caseId);

/** CNY 129.00 that the card's bank refuses for good: nothing is held any more. */
async function failedForGood(): Promise<GivenCase> {
  const found = await stage.refunding(api);
  const refund = await refundOf(found);
  if (refund === undefined || (await markSent(api.house, refund)) === null) throw new Error("The refund was not sent");
  const report = { event: "DECLINE_FOR_GOOD", key: refund.instruction_key, reference: null, code: "54" } as const;
  const detail = toDetail({ ...report, notBefore: null });
  await stage.step(api, found, "SYSTEM", { action: "FAIL_REFUND", input: { refundId: refund.id, detail } });
  return found;
}

async function recorded(): Promise<GivenCase> {
  const found = await failedForGood();
  const answer = await record(api.as("SUPPORT_AGENT"), found, await stage.givenPaymentProof(api, found.caseId));
  expect(answer).toEqual({ __typename: "CaseActionDone" });
  return found;
}

describe("a refund paid outside", () => {
  test("is held and waits: nothing counts as refunded before another person has agreed", async () => {
    const found = await recorded();
    expect(await requestOf(found)).toMatchObject({
      state: "OPEN",
      needs: ["approval.first"],
      amount_minor: 12_900n,
      detail: { reference },
    });
    expect(await refundOf(found)).toMatchObject({ state: "PAID_OUTSIDE", holds_money: true });
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 12_900n });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "REFUNDING", waits_on: "SUPERVISOR" });

    expect(await decide(api.as("SUPERVISOR"), found)).toMatchObject({
      __typename: "ApprovalDecided",
      request: { state: "GRANTED", facts: expect.arrayContaining([{ name: "reference", value: reference }]) },
    });
    expect(await refundOf(found)).toMatchObject({
      state: "SETTLED",
      mode: "MANUAL",
      holds_money: false,
      provider_reference: reference,
    });
    expect(await moneyOf(found)).toEqual({ refunded: 12_900n, inFlight: 0n });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "REFUNDED" });
    expect(await eventKinds(api, found.caseId)).toEqual(
      expect.arrayContaining(["PROPOSE_MANUAL_REFUND", "SETTLE_REFUND"]),
    );
  });

  test("is not looked for on the card by whoever is told of it, nor shown to their bank", async () => {
    const found = await recorded();
    const page = async (path = "") =>
      (await api.app.inject({ method: "GET", url: `/r/${found.token}${path}?lang=en` })).body;
    expect(await page()).toContain("recorded as paid to you in another way");
    await decide(api.as("SUPERVISOR"), found);
    const { fields } = await api.house.db
      .selectFrom("notice")
      .select("fields")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "REFUND_PAID")
      .executeTakeFirstOrThrow();
    expect(fields.amount?.minor).toBe("12900");
    expect(fields.cardLast4).toBeUndefined();
    expect(await page()).toMatch(/has gone back to you/);
    expect(await page()).not.toMatch(/ending 1111|show your bank/);
    expect(await page("/receipt")).toMatch(/paid in another way is not on the card/);
    expect(await page("/receipt")).not.toContain("1111");
  });

  test("waits for compliance once the supervisor has agreed, where both must", async () => {
    const found = await recorded();
    // As for an amount beyond a supervisor's limit.
    const both = ["approval.first", "approval.second"] as const;
    await api.house.db
      .updateTable("approval_request")
      .set({ needs: [...both], missing: [...both] })
      .where("id", "=", (await requestOf(found))?.id ?? "")
      .execute();
    await decide(api.as("SUPERVISOR"), found);
    expect(await requestOf(found)).toMatchObject({ state: "OPEN", missing: ["approval.second"] });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "REFUNDING", waits_on: "COMPLIANCE" });
  });

  test("stands in the register of exceptions by the hand that agreed to it, with its amount", async () => {
    const found = await recorded();
    await decide(api.as("SUPERVISOR"), found);
    const { data } = await api
      .as("COMPLIANCE_OFFICER")
      .query<{ exceptions: { edges: { node: { kinds: string[]; case: { id: string } } }[] } }>(
        "{ exceptions(filter: { kind: MANUAL_MONEY }) { edges { node { kinds paid { minor currency } case { id } } } } }",
      );
    expect(data.exceptions.edges.map(({ node }) => node)).toContainEqual({
      kinds: expect.arrayContaining(["MANUAL_MONEY"]),
      paid: { minor: "12900", currency: "CNY" },
      case: { id: found.id },
    });
  });

  test("is confirmed by neither the one who recorded it nor the one who proposed the money", async () => {
    const found = await failedForGood();
    const proof = await stage.givenPaymentProof(api, found.caseId);
    expect(await record(api.as("SUPERVISOR"), found, proof)).toEqual({ __typename: "CaseActionDone" });
    expect(await decide(api.as("SUPERVISOR"), found)).toMatchObject({ reasons: [{ code: "OWN_PROPOSAL" }] });
    const { proposer_id, barred } = (await requestOf(found)) ?? {};
    expect(proposer_id).toBe(api.as("SUPERVISOR").staffId);
    expect(barred).toContainEqual({ staffId: api.as("SUPPORT_AGENT").staffId, because: "DECIDED_THE_CASE" });
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 12_900n });
    expect(await decide(await api.another("SUPERVISOR"), found)).toMatchObject({ request: { state: "GRANTED" } });
  });

  test.each([
    ["a file that is not there", async () => toGlobalId("Evidence", newId())],
    ["a file of another kind", async (found: GivenCase) => stage.givenUnlinkedFile(api, found.caseId)],
    [
      "the proof of another case",
      async () => {
        const other = await stage.newCase(api);
        return stage.givenPaymentProof(api, other.caseId);
      },
    ],
  ])("is not recorded with %s, and nothing changes", async (_what, proofFor) => {
    const found = await failedForGood();
    expect(await record(api.as("SUPPORT_AGENT"), found, await proofFor(found))).toEqual({
      __typename: "ActionRefused",
      reasons: [{ code: "PROOF_OF_PAYMENT_MISSING" }],
    });
    expect(await requestOf(found)).toBeUndefined();
    expect(await refundOf(found)).toMatchObject({ state: "FAILED" });
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 0n });
  });

  test("holds no more than may still go back", async () => {
    const found = await failedForGood();
    await api.house.db
      .updateTable("transaction")
      .set({ charged_back_minor: 120_000n })
      .where("id", "=", found.transactionId)
      .execute();
    expect(await record(api.as("SUPPORT_AGENT"), found, await stage.givenPaymentProof(api, found.caseId))).toEqual({
      __typename: "ActionRefused",
      reasons: [{ code: "ABOVE_REFUNDABLE" }],
    });
    expect(await requestOf(found)).toBeUndefined();
  });

  test("turned down, it is a failed refund again and its money is free", async () => {
    const found = await recorded();
    expect(await decide(api.as("SUPERVISOR"), found, "REJECT")).toMatchObject({ request: { state: "REJECTED" } });
    expect(await refundOf(found)).toMatchObject({ state: "FAILED", mode: "PARTIAL", holds_money: false });
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 0n });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "REFUNDING", waits_on: "DESK" });
    const again = await record(api.as("SUPPORT_AGENT"), found, await stage.givenPaymentProof(api, found.caseId));
    expect(again).toEqual({ __typename: "CaseActionDone" });
  });

  test("left alone, it lapses by the clock and its money is free", async () => {
    const found = await recorded();
    const past = new Date(api.clock.now().getTime() - 1);
    await api.house.db
      .updateTable("approval_request")
      .set({ expires_at: past })
      .where("case_id", "=", found.caseId)
      .where("state", "=", "OPEN")
      .execute();
    await expireRequests({ ...api.house, actor: systemActor, locale: "en" });
    expect(await requestOf(found)).toMatchObject({ state: "EXPIRED" });
    expect(await refundOf(found)).toMatchObject({ state: "FAILED", holds_money: false });
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 0n });
  });

  test("of two who agree at once one is done and one is told that it moved on; the money counts once", async () => {
    const found = await recorded();
    const request = await requestOf(found);
    const [one, two] = [api.as("SUPERVISOR"), await api.another("SUPERVISOR")];
    const answers = await Promise.all([one, two].map((who) => decide(who, found, "GRANT", request?.version)));
    expect(answers.map((answer) => (answer as { __typename: string }).__typename).toSorted()).toEqual([
      "ApprovalDecided",
      "StaleApproval",
    ]);
    expect(await moneyOf(found)).toEqual({ refunded: 12_900n, inFlight: 0n });
  });

  test("while it waits the case takes no other road for the same money", async () => {
    const found = await recorded();
    const { version } = await caseRow(api, found.caseId);
    const input = { caseId: found.id, expectedVersion: version, idempotencyKey: newId() };
    const { data } = await api.as("SUPPORT_AGENT").query<{ withdrawCase: object; retryRefund: object }>(
      `mutation ($input: WithdrawCaseInput!, $again: CaseActionInput!) {
        withdrawCase(input: $input) { ... on ActionRefused { reasons { code } } }
        retryRefund(input: $again) { ... on ActionRefused { reasons { code } } } }`,
      { input, again: { ...input, idempotencyKey: newId() } },
    );
    expect(data).toEqual({
      withdrawCase: { reasons: [{ code: "REFUND_PAID_OUTSIDE" }] },
      retryRefund: { reasons: [{ code: "REFUND_PAID_OUTSIDE" }] },
    });
  });

  test("an old event cannot settle it: without a request that was granted there is nothing to report", async () => {
    const found = await recorded();
    const refund = await refundOf(found);
    const report = { event: "PAY_BY_HAND", key: refund?.instruction_key ?? "", reference, code: null } as const;
    const detail = toDetail({ ...report, notBefore: null });
    const settle = { action: "SETTLE_REFUND", input: { refundId: refund?.id ?? "", detail } } as const;
    await expect(stage.step(api, found, "SUPERVISOR", settle)).rejects.toThrow("STEP_NOT_OPEN");
    expect(await moneyOf(found)).toEqual({ refunded: 0n, inFlight: 12_900n });
  });
});
