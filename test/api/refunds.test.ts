import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { Provider } from "../../server/providers/provider.ts";
import { simulatedAcquirer } from "../../server/providers/simulated-acquirer.ts";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import { advanceRefund } from "../../server/refunds/actions/advance-refund.ts";
import { markSent } from "../../server/refunds/actions/mark-sent.ts";
import { toDetail } from "../../server/refunds/domain/provider-report.ts";
import { submitRefund } from "../../server/refunds/jobs/submit-refund.ts";
import { findRefund } from "../../server/refunds/queries/find-refund.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { movedOver, script } from "../support/acquirer.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenPaymentProof } from "../support/case-stages.ts";
import { givenSale } from "../support/given-rows.ts";
import { act as actThroughTheDoor, caseOf, givenCheckedCase, moneyOf, refundOf } from "../support/refund-desk.ts";

let api: TestApi;
let simulator: Simulator;

beforeAll(async () => {
  [api, simulator] = await Promise.all([startTestApi(), startSimulator({ settleAfterMs: 0 })]);
});

afterAll(async () => {
  await api.close();
  await simulator.stop();
});

async function givenCase(amountMinor: bigint) {
  const { house, own } = api;
  const id = await givenSale(house.db, own.merchantId, 2_000_000n);
  const sale = { id, merchantId: own.merchantId, reference: `A-${id}` };
  return { sale, caseId: await givenCheckedCase(house, sale, amountMinor) };
}

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
}

/** Sends a mutation on the case as it stands, as that person. */
async function act(who: SignedIn, caseId: string, mutation: string, type: string, more: object = {}): Promise<Answer> {
  const { version } = await caseOf(api.house, caseId);
  const input = { caseId: toGlobalId("Case", caseId), expectedVersion: version, idempotencyKey: newId(), ...more };
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ActionRefused { reasons { code } } } }`;
  const { data } = await who.query<Record<string, Answer>>(document, { input });
  const answer = data[mutation];
  if (answer === undefined) throw new Error(`${mutation} gave nothing`);
  return answer;
}

async function approve(who: SignedIn, caseId: string, amountMinor: bigint): Promise<Answer> {
  const amount = { minor: amountMinor.toString(), currency: "CNY" };
  return act(who, caseId, "approveRefund", "ApproveRefundInput", { amount, reason: "seen at the counter" });
}

function escalate(caseId: string) {
  const move = { action: "ESCALATE_TO_BANK", input: { reasonCode: "13.6", message: "Please see to it" } } as const;
  return actThroughTheDoor(api.house, systemActor, caseId, move);
}

/** What the workers would do now. */
async function send(caseId: string): Promise<void> {
  const { id } = await refundOf(api.house, caseId);
  const providers = { "simulated-acquirer": simulatedAcquirer({ url: simulator.url }) };
  await submitRefund({ house: api.house, providers, signal: new AbortController().signal }, id);
}

async function jobsFor(refundId: string): Promise<readonly string[]> {
  const { rows } = await api.house.database.pool.query("select name from jobs.job where data ->> 'refundId' = $1", [
    refundId,
  ]);
  return rows.map(({ name }) => name);
}

const whereTheMoneyIs = `query ($id: ID!) { case(id: $id) { state outcome refunds {
  state kind mode amount { minor } provider expectedOn providerReference returnedAt
  failure { code happened todo retryable } attempts { operation answer code { code todo } } } } }`;

interface Shown {
  readonly case: {
    readonly state: string;
    readonly outcome: string | null;
    readonly refunds: readonly Record<string, unknown>[];
  };
}

async function show(who: SignedIn, caseId: string, language = "en") {
  const { body } = await who.send(
    { query: whereTheMoneyIs, variables: { id: toGlobalId("Case", caseId) } },
    { "accept-language": language },
  );
  return (body as { data: Shown }).data.case;
}

describe("a void", () => {
  /** All of a sale of this moment, agreed to at once. */
  async function givenVoid() {
    const { house, own } = api;
    const id = await givenSale(house.db, own.merchantId, 10_000n);
    await house.db
      .updateTable("transaction")
      .set({ processed_at: house.clock.now(), settled_at: null })
      .where("id", "=", id)
      .execute();
    const caseId = await givenCheckedCase(house, { id, merchantId: own.merchantId, reference: `A-${id}` }, 10_000n);
    await approve(api.as("SUPPORT_AGENT"), caseId, 10_000n);
    const refund = await refundOf(house, caseId);
    expect(refund).toMatchObject({ kind: "VOID", mode: "FULL", state: "QUEUED" });
    return refund;
  }

  test.each([
    ["on the day of its sale is sent as one", 0, "VOID"],
    ["that waited until the day after goes as a refund, which an acquirer still takes", 1, "SALE_REFUND"],
  ])("%s", async (_what, days, kind) => {
    const refund = await givenVoid();
    const sent: string[] = [];
    const acquirer = simulatedAcquirer({ url: simulator.url });
    const noting: Provider = {
      ...acquirer,
      submitRefund: (instruction, signal) => {
        sent.push(instruction.kind);
        return acquirer.submitRefund(instruction, signal);
      },
    };
    const at = new Date(api.clock.now().getTime() + days * 86_400_000);
    const work = {
      house: { ...api.house, clock: { now: () => at } },
      providers: { "simulated-acquirer": noting },
      signal: new AbortController().signal,
    };
    await submitRefund(work, refund.id);
    expect(sent).toEqual([kind]);
    expect(await refundOf(api.house, refund.case_id)).toMatchObject({ kind, amount_minor: 10_000n });
  });
});

describe("a refund above the agent's own limit", () => {
  test("holds its money and sends nothing until a supervisor agrees", async () => {
    const [agent, supervisor] = [await api.as("SUPPORT_AGENT"), await api.as("SUPERVISOR")];
    const { sale, caseId } = await givenCase(500_000n);
    expect(await approve(agent, caseId, 500_000n)).toEqual({ __typename: "CaseActionDone" });
    const held = await refundOf(api.house, caseId);
    expect(held).toMatchObject({ state: "AWAITING_APPROVAL", expected_on: null });
    expect(await jobsFor(held.id)).toEqual([]);
    expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 500_000n });
    expect(await act(supervisor, caseId, "grantApproval", "GrantApprovalInput")).toEqual({
      __typename: "CaseActionDone",
    });
    const queued = await refundOf(api.house, caseId);
    expect(queued).toMatchObject({
      id: held.id,
      state: "QUEUED",
      expected_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await jobsFor(held.id)).toEqual(["submit-refund"]);
    expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 500_000n });
  });

  test("frees its money when the supervisor says no, for another case over the same sale", async () => {
    const [agent, supervisor] = [await api.as("SUPPORT_AGENT"), await api.as("SUPERVISOR")];
    const { sale, caseId } = await givenCase(500_000n);
    await approve(agent, caseId, 500_000n);
    expect(await act(supervisor, caseId, "rejectApproval", "ReasonActionInput", { reason: "Too much" })).toEqual({
      __typename: "CaseActionDone",
    });
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "CANCELLED", holds_money: false });
    expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 0n });
    const other = await givenCheckedCase(api.house, sale, 2_000_000n);
    expect(await approve(agent, other, 2_000_000n)).toEqual({ __typename: "CaseActionDone" });
  });

  test("frees its money when the customer withdraws", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { sale, caseId } = await givenCase(500_000n);
    await approve(agent, caseId, 500_000n);
    expect(await act(agent, caseId, "withdrawCase", "WithdrawCaseInput")).toEqual({ __typename: "CaseActionDone" });
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "CANCELLED" });
    expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 0n });
  });
});

describe("a refund in parts over one payment", () => {
  const requestOf = (caseId: string) =>
    api.house.db
      .selectFrom("approval_request")
      .select(["needs", "detail"])
      .where("case_id", "=", caseId)
      .where("state", "=", "OPEN")
      .executeTakeFirst();

  test("goes no further alone than at once: by another case, while the first is still on its way", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { sale, caseId } = await givenCase(90_000n);
    expect(await approve(agent, caseId, 90_000n)).toEqual({ __typename: "CaseActionDone" });
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "QUEUED" });

    const second = await givenCheckedCase(api.house, sale, 20_000n);
    expect(await approve(agent, second, 20_000n)).toEqual({ __typename: "CaseActionDone" });
    expect(await refundOf(api.house, second)).toMatchObject({ state: "AWAITING_APPROVAL" });
    expect(await requestOf(second)).toMatchObject({
      needs: ["approval.first"],
      detail: { alreadyBackMinor: "90000" },
    });
  });

  test("two that are approved at the same moment are counted one after the other", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { sale, caseId } = await givenCase(90_000n);
    const cases = [
      caseId,
      await givenCheckedCase(api.house, sale, 90_000n),
      await givenCheckedCase(api.house, sale, 90_000n),
    ];
    await Promise.all(cases.map((id) => approve(agent, id, 90_000n)));
    const states = await Promise.all(cases.map(async (id) => (await refundOf(api.house, id)).state));
    expect(states.sort()).toEqual(["AWAITING_APPROVAL", "AWAITING_APPROVAL", "QUEUED"]);
  });

  test("says beforehand what the limits count, and stands in the event for whoever asks later", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { sale, caseId } = await givenCase(90_000n);
    await approve(agent, caseId, 90_000n);
    const second = await givenCheckedCase(api.house, sale, 20_000n);
    const { data } = await agent.query<{ actionOutlook: unknown }>(
      `query ($id: ID!, $input: ActionOutlookInput!) { actionOutlook(caseId: $id, input: $input) {
        goesTo limit agreements { right } } }`,
      { id: toGlobalId("Case", second), input: { action: "APPROVE_REFUND" } },
    );
    expect(data.actionOutlook).toEqual({
      goesTo: "AWAITING_APPROVAL",
      agreements: [{ right: "APPROVAL_FIRST" }],
      limit: expect.stringMatching(/^You approve refunds up to CNY 100\.00 alone; .* CNY 900\.00 has gone back/),
    });
    await approve(agent, second, 20_000n);
    const event = await api.house.db
      .selectFrom("case_event")
      .select("data")
      .where("case_id", "=", second)
      .where("kind", "=", "APPROVE_REFUND")
      .executeTakeFirstOrThrow();
    expect(event.data).toMatchObject({ alreadyBack: { minor: "90000", currency: "CNY" } });
  });
});

describe("where the money is", () => {
  test("a settled refund closes the case, and everyone with the case sees it arrive", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { caseId } = await givenCase(90_000n);
    await approve(agent, caseId, 90_000n);
    await send(caseId);
    const shown = await show(agent, caseId);
    expect(shown).toMatchObject({ state: "CLOSED", outcome: "REFUNDED" });
    expect(shown.refunds).toMatchObject([
      {
        state: "SETTLED",
        kind: "SALE_REFUND",
        amount: { minor: "90000" },
        provider: "Simulated acquirer",
        failure: null,
      },
    ]);
    expect(shown.refunds[0]).toMatchObject({ attempts: [{ operation: "SUBMIT", answer: "SETTLED", code: null }] });
    const merchants = await show(await api.as("MERCHANT_VERIFIER"), caseId);
    expect(merchants.refunds).toMatchObject([{ state: "SETTLED", attempts: [] }]);
  });

  test("one that the bank sends back after it arrived says when, and its money can be given again", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { caseId, sale } = await givenCase(90_000n);
    await approve(agent, caseId, 90_000n);
    await send(caseId);
    const settled = await refundOf(api.house, caseId);
    const refused = await api.house.db
      .transaction()
      .execute((db) => advanceRefund(db, api.house, settled, { event: "RETURN" }));
    expect(refused).toEqual([]);
    const [refund] = (await show(agent, caseId)).refunds;
    expect(refund).toMatchObject({ state: "RETURNED", returnedAt: expect.any(String) });
    expect(await moneyOf(api.house, sale)).toEqual({ refunded: 0n, inFlight: 0n, chargedBack: 0n });
  });

  test("while it may be moving, the customer cannot withdraw and the bank is not asked", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { caseId } = await givenCase(90_000n);
    await approve(agent, caseId, 90_000n);
    const refused = { __typename: "ActionRefused", reasons: expect.arrayContaining([{ code: "REFUND_IN_FLIGHT" }]) };
    expect(await act(agent, caseId, "withdrawCase", "WithdrawCaseInput")).toEqual(refused);
    const reasons = expect.arrayContaining([{ code: "REFUND_IN_FLIGHT" }]);
    expect(await escalate(caseId)).toEqual({ ok: false, error: { kind: "REFUSED", reasons } });
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "QUEUED" });
  });

  test("a failure says in the reader's language what happened and what to do; trying again settles it", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const { sale, caseId } = await givenCase(90_000n);
    await script(simulator.url, [{ behave: "DECLINE", code: "51", original: sale.reference }]);
    await approve(agent, caseId, 90_000n);
    await send(caseId);
    const [inEnglish, inChinese] = [await show(agent, caseId), await show(agent, caseId, "zh-CN")];
    expect(inEnglish.refunds[0]).toMatchObject({
      state: "FAILED",
      failure: { code: "51", retryable: true, todo: expect.stringContaining("merchant") },
    });
    expect(inChinese.refunds[0]).toMatchObject({ failure: { happened: expect.stringMatching(/商户/) } });
    expect(await act(agent, caseId, "retryRefund", "CaseActionInput")).toEqual({ __typename: "CaseActionDone" });
    await send(caseId);
    expect(await show(agent, caseId)).toMatchObject({
      state: "CLOSED",
      refunds: [{ state: "SETTLED", failure: null }],
    });
    expect(await movedOver(simulator.url, sale.reference)).toHaveLength(1);
  });
});

describe("a refund that failed for good", () => {
  async function givenFailure() {
    const { sale, caseId } = await givenCase(90_000n);
    await script(simulator.url, [{ behave: "DECLINE", code: "54", original: sale.reference }]);
    await approve(await api.as("SUPERVISOR"), caseId, 90_000n);
    await send(caseId);
    return { sale, caseId };
  }

  test.each(["", "no", "paid him in cash, he was happy!", "4111 1111 1111 1111"])(
    "a reference such as %j is refused",
    async (reference) => {
      const { caseId } = await givenFailure();
      const { version } = await caseOf(api.house, caseId);
      const input = {
        caseId: toGlobalId("Case", caseId),
        expectedVersion: version,
        idempotencyKey: newId(),
        reference,
        evidenceId: await givenPaymentProof(api, caseId),
      };
      const { body } = await (await api.as("SUPERVISOR")).send({
        query: "mutation ($input: RecordManualRefundInput!) { recordManualRefund(input: $input) { __typename } }",
        variables: { input },
      });
      expect(body).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
      expect(await refundOf(api.house, caseId)).toMatchObject({ state: "FAILED" });
    },
  );

  test("can go to the bank", async () => {
    const { sale, caseId } = await givenFailure();
    await api.house.db.updateTable("cases").set({ merchant_answer: "CONTESTED" }).where("id", "=", caseId).execute();
    expect(await escalate(caseId)).toMatchObject({ ok: true });
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "CANCELLED" });
    expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 0n });
  });
});

describe("the list of refunds", () => {
  const list = `query ($first: Int!, $after: String, $filter: RefundFilter) { refunds(first: $first, after: $after, filter: $filter) {
    edges { node { id state case { id } } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly refunds: {
      readonly edges: readonly { readonly node: { readonly id: string; readonly state: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }

  test("pages from the newest on, each once", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    for (let count = 0; count < 5; count++) await approve(agent, (await givenCase(1_000n)).caseId, 1_000n);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: { data: Page } = await agent.query<Page>(list, { first: 2, after });
      seen.push(...data.refunds.edges.map(({ node }) => node.id));
      after = data.refunds.pageInfo.endCursor;
      more = data.refunds.pageInfo.hasNextPage;
    }
    const rows = await api.house.db
      .selectFrom("refund")
      .select("id")
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .execute();
    expect(seen).toEqual(rows.map(({ id }) => toGlobalId("Refund", id)));
  });

  test("is narrowed by state, and by a day on which the money should have been there", async () => {
    const agent = await api.as("SUPPORT_AGENT");
    const failed = await agent.query<Page>(list, { first: 100, filter: { states: ["FAILED"] } });
    expect(new Set(failed.data.refunds.edges.map(({ node }) => node.state))).toEqual(new Set(["FAILED"]));
    const late = async (expectedBefore: string) => {
      const { data } = await agent.query<Page>(list, { first: 100, filter: { expectedBefore } });
      return data.refunds.edges.length;
    };
    expect(await late("2020-01-01")).toBe(0);
    expect(await late("2099-01-01")).toBeGreaterThan(0);
  });

  test("shows another merchant nothing, and refuses a foreign cursor", async () => {
    const { caseId } = await givenCase(1_000n);
    await approve(await api.as("SUPPORT_AGENT"), caseId, 1_000n);
    const officer = await api.as("BANK_OFFICER");
    expect((await officer.query<Page>(list, { first: 10 })).data.refunds.edges).toEqual([]);
    const { body } = await officer.send({ query: list, variables: { first: 10, after: "bm9wZQ" } });
    expect(body).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
  });
});

describe("a job or an answer that comes too late", () => {
  test("sends nothing under a key that was replaced, nor what is no longer queued", async () => {
    const { caseId } = await givenCase(1_000n);
    await approve(await api.as("SUPPORT_AGENT"), caseId, 1_000n);
    const { id } = await refundOf(api.house, caseId);
    const seen = await findRefund(api.house.db, id);
    if (seen === undefined) throw new Error("The refund is not there");
    expect(await markSent(api.house, { ...seen, instruction_key: newId() })).toBeNull();
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "QUEUED" });
    expect(await markSent(api.house, seen)).not.toBeNull();
    expect(await markSent(api.house, seen)).toBeNull();
  });

  test("settles nothing: the door itself knows by which key it was sent last", async () => {
    const { caseId, sale } = await givenCase(1_000n);
    await approve(await api.as("SUPPORT_AGENT"), caseId, 1_000n);
    const { id } = await refundOf(api.house, caseId);
    const seen = await findRefund(api.house.db, id);
    if (seen === undefined) throw new Error("The refund is not there");
    await markSent(api.house, seen);
    const detail = toDetail({ event: "SETTLE", key: newId(), reference: "R-1", code: null, notBefore: null });
    const move = { action: "SETTLE_REFUND", input: { refundId: id, detail } } as const;
    expect(await actThroughTheDoor(api.house, systemActor, caseId, move)).toMatchObject({
      error: { reasons: [{ code: "STEP_NOT_OPEN" }] },
    });
    expect(await moneyOf(api.house, sale)).toEqual({ refunded: 0n, inFlight: 1_000n, chargedBack: 0n });
  });
});
