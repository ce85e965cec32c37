import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { performOnLatest } from "../../server/cases/actions/perform-on-latest.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import type { ActionContext } from "../../server/request-context.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenSale } from "../support/given-rows.ts";
import { givenCheckedCase } from "../support/refund-desk.ts";

let api: TestApi;
let agent: SignedIn;
let officer: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = api.as("SUPPORT_AGENT");
  officer = api.as("BANK_OFFICER");
});
afterAll(async () => {
  expect(await verifyMoney(api.house.db)).toEqual([]);
  await api.close();
});

interface Given {
  readonly caseId: string;
  readonly saleId: string;
}

/** A verified case of CNY 1,299.00, all of a Visa sale, whose shop is silent. */
async function givenCase(): Promise<Given> {
  const saleId = await givenSale(api.house.db, api.own.merchantId);
  const sale = { id: saleId, merchantId: api.own.merchantId, reference: `A-${saleId}` };
  const caseId = await givenCheckedCase(api.house, sale, 129_900n);
  await api.house.db.updateTable("cases").set({ merchant_answer: "SILENT" }).where("id", "=", caseId).execute();
  return { caseId, saleId };
}

/** The same case, at the bank of the officer, under a code of the workflow that is wanted. */
async function givenAtBank(reasonCode = "13.1"): Promise<Given> {
  const given = await givenCase();
  expect((await escalate(agent, given.caseId, reasonCode)).__typename).toBe("CaseActionDone");
  const institution_id = api.own.institutionId;
  await api.house.db.updateTable("cases").set({ institution_id }).where("id", "=", given.caseId).execute();
  return given;
}

/** So much has gone back over the case before, and it was opened again. */
async function givenGoneBack({ caseId, saleId }: Given, amount_minor: bigint): Promise<void> {
  const { db, clock } = api.house;
  const at = { created_at: clock.now(), settled_at: clock.now() };
  const [currency, provider] = ["CNY", "simulated-acquirer"];
  await db
    .insertInto("refund")
    .values({
      ...{
        id: newId(),
        case_id: caseId,
        transaction_id: saleId,
        kind: "SALE_REFUND",
        mode: "PARTIAL",
        state: "SETTLED",
      },
      ...{ currency, amount_minor, provider, instruction_key: newId(), holds_money: false, ...at },
    })
    .execute();
  await db.updateTable("transaction").set({ refunded_minor: amount_minor }).where("id", "=", saleId).execute();
}

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string }[];
}

async function act(who: SignedIn, caseId: string, mutation: string, type: string, more: object): Promise<Answer> {
  const { version: expectedVersion } = await caseOf(caseId);
  const input = { caseId: toGlobalId("Case", caseId), expectedVersion, idempotencyKey: newId(), ...more };
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on ActionRefused { reasons { code } } } }`;
  const { data } = await who.query<Record<string, Answer>>(document, { input });
  const answer = data[mutation];
  if (answer === undefined) throw new Error(`${mutation} gave nothing`);
  return answer;
}

const escalate = (who: SignedIn, caseId: string, reasonCode: string) =>
  act(who, caseId, "escalateCaseToBank", "EscalateCaseToBankInput", { reasonCode, message: "The shop is silent." });
const advance = (who: SignedIn, caseId: string, step: string, more: object = {}) =>
  act(who, caseId, "advanceDispute", "AdvanceDisputeInput", { step, ...more });
const rule = (who: SignedIn, caseId: string, ruling: string, amountMinor?: number) =>
  act(who, caseId, "recordBankRuling", "RecordBankRulingInput", {
    ruling,
    ...(amountMinor !== undefined && { amount: { minor: String(amountMinor), currency: "CNY" } }),
  });

function caseOf(caseId: string) {
  return api.house.db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
}

function disputeOf({ caseId }: Given) {
  return api.house.db.selectFrom("dispute").selectAll().where("case_id", "=", caseId).executeTakeFirstOrThrow();
}

async function takenOver({ saleId }: Given): Promise<bigint> {
  const row = await api.house.db
    .selectFrom("transaction")
    .selectAll()
    .where("id", "=", saleId)
    .executeTakeFirstOrThrow();
  return row.charged_back_minor;
}

async function runningClocks({ caseId }: Given): Promise<readonly string[]> {
  const rows = await api.house.db
    .selectFrom("case_clock")
    .select("rule")
    .where("case_id", "=", caseId)
    .where("ended_at", "is", null)
    .execute();
  return rows.map(({ rule: name }) => name);
}

describe("taking a case to the bank", () => {
  test("opens its dispute under the network's code; the bank's clock runs and no money has moved", async () => {
    const given = await givenAtBank();
    expect(await disputeOf(given)).toMatchObject({
      state: "NOTIFIED",
      network: "VISA",
      reason_code: "13.1",
      reference: null,
    });
    expect(await runningClocks(given)).toEqual(["bank-ruling"]);
    expect(await takenOver(given)).toBe(0n);
  });

  test("disputes what is left where part of it has gone back, and says that to bank, shop and customer", async () => {
    const given = await givenCase();
    await givenGoneBack(given, 60_000n);
    expect((await escalate(agent, given.caseId, "13.1")).__typename).toBe("CaseActionDone");
    expect(await disputeOf(given)).toMatchObject({ amount_minor: 69_900n });
    const told = await api.house.db
      .selectFrom("notice")
      .select(["kind", "fields"])
      .where("case_id", "=", given.caseId)
      .where("kind", "in", ["BANK_ASKED", "MERCHANT_DISPUTE_OPENED", "SENT_TO_BANK"])
      .execute();
    expect(told).toHaveLength(3);
    for (const { fields } of told) expect(fields).toMatchObject({ amount: { minor: "69900", currency: "CNY" } });
  });

  test("is refused where all of it has gone back", async () => {
    const given = await givenCase();
    await givenGoneBack(given, 129_900n);
    expect((await escalate(agent, given.caseId, "13.1")).reasons).toEqual([{ code: "NOTHING_LEFT_OF_CLAIM" }]);
  });

  test("under a code that the network does not have is refused, and nothing is changed", async () => {
    const { caseId } = await givenCase();
    const answer = await escalate(agent, caseId, "99.9");
    expect(answer.reasons).toEqual([{ code: "UNKNOWN_REASON_CODE" }]);
    expect(await caseOf(caseId)).toMatchObject({ state: "VERIFYING", version: 1 });
  });

  test("of two clicks at once on the same version, one is told that the case moved on", async () => {
    const { caseId } = await givenCase();
    const { version: expectedVersion } = await caseOf(caseId);
    const click = () =>
      act(agent, caseId, "escalateCaseToBank", "EscalateCaseToBankInput", {
        ...{ reasonCode: "13.1", message: "The shop is silent." },
        expectedVersion,
      });
    const answers = await Promise.all([click(), click()]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CaseActionDone", "StaleCase"]);
    const disputes = await api.house.db.selectFrom("dispute").select("id").where("case_id", "=", caseId).execute();
    expect(disputes).toHaveLength(1);
  });
});

describe("the steps of a dispute", () => {
  test("go from the announcement to arbitration, each by its own side, the clock always with whoever is next", async () => {
    const given = await givenAtBank();
    const { caseId } = given;
    const walk: readonly (readonly [SignedIn, string, string, string])[] = [
      [officer, "RECEIVE_CHARGEBACK", "CHARGEBACK", "dispute-answer-visa"],
      [agent, "REPRESENT", "REPRESENTED", "bank-ruling"],
      [officer, "OPEN_PRE_ARBITRATION", "PRE_ARBITRATION", "dispute-answer-visa"],
      [agent, "ANSWER_PRE_ARBITRATION", "PRE_ARBITRATION_ANSWERED", "bank-ruling"],
      [officer, "FILE_ARBITRATION", "ARBITRATION", "bank-ruling"],
    ];
    for (const [who, step, state, clock] of walk) {
      expect((await advance(who, caseId, step)).__typename).toBe("CaseActionDone");
      expect((await disputeOf(given)).state).toBe(state);
      expect(await runningClocks(given)).toEqual([clock]);
    }
    expect((await caseOf(caseId)).state).toBe("AT_BANK");
  });

  test("in an allocation begin the second round with the desk", async () => {
    const given = await givenAtBank("10.4");
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    expect((await advance(agent, given.caseId, "REPRESENT")).reasons).toEqual([{ code: "STEP_NOT_OPEN" }]);
    expect((await advance(agent, given.caseId, "OPEN_PRE_ARBITRATION")).__typename).toBe("CaseActionDone");
    expect((await disputeOf(given)).state).toBe("PRE_ARBITRATION");
    expect((await advance(officer, given.caseId, "ANSWER_PRE_ARBITRATION")).__typename).toBe("CaseActionDone");
    expect(await runningClocks(given)).toEqual(["arbitration-filing-visa"]);
  });

  test("of the bank are refused to the desk, and the desk's to the bank", async () => {
    const given = await givenAtBank();
    expect((await advance(agent, given.caseId, "RECEIVE_CHARGEBACK")).reasons).toEqual([{ code: "NOT_PERMITTED" }]);
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    expect((await advance(officer, given.caseId, "REPRESENT")).reasons).toEqual([{ code: "NOT_PERMITTED" }]);
    expect((await disputeOf(given)).state).toBe("CHARGEBACK");
  });

  test("take the money with the chargeback and give it back with its reversal, which wins nothing", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    expect(await takenOver(given)).toBe(129_900n);
    await advance(agent, given.caseId, "REPRESENT");
    await advance(officer, given.caseId, "REVERSE_CHARGEBACK");
    expect(await takenOver(given)).toBe(0n);
    expect(await disputeOf(given)).toMatchObject({ state: "REPRESENTED", ruling: null, closed_at: null });
  });

  test("keep the date that the bank gives", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK", { respondBy: "2099-05-31T10:00:00Z" });
    expect((await caseOf(given.caseId)).due_at).toEqual(new Date("2099-05-31T10:00:00Z"));
    await advance(officer, given.caseId, "MOVE_DEADLINE", { respondBy: "2099-06-30T10:00:00Z" });
    expect((await caseOf(given.caseId)).due_at).toEqual(new Date("2099-06-30T10:00:00Z"));
  });

  test("that bring money back give nobody more time", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    await advance(agent, given.caseId, "REPRESENT");
    await advance(officer, given.caseId, "OPEN_PRE_ARBITRATION", { respondBy: "2099-06-30T10:00:00Z" });
    await advance(officer, given.caseId, "REVERSE_CHARGEBACK");
    expect(await takenOver(given)).toBe(0n);
    expect(await runningClocks(given)).toEqual(["dispute-answer-visa"]);
    expect((await caseOf(given.caseId)).due_at).toEqual(new Date("2099-06-30T10:00:00Z"));
    expect((await disputeOf(given)).respond_by).toEqual(new Date("2099-06-30T10:00:00Z"));
  });

  test("that are the bank's have no date by which the desk would have to answer, whatever date came with them", async () => {
    const given = await givenAtBank();
    const answerBy = async () => {
      const query = "query ($id: ID!) { case(id: $id) { dispute { waitsOn respondBy } } }";
      const { data } = await agent.query<{ case: { dispute: unknown } }>(query, {
        id: toGlobalId("Case", given.caseId),
      });
      return data.case.dispute;
    };
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK", { respondBy: "2099-05-31T10:00:00Z" });
    expect(await answerBy()).toEqual({ waitsOn: "DESK", respondBy: "2099-05-31T10:00:00.000Z" });
    await advance(agent, given.caseId, "REPRESENT", { respondBy: "2099-05-31T10:00:00Z" });
    expect(await answerBy()).toEqual({ waitsOn: "BANK", respondBy: null });
  });

  test("leave the date behind that the bank gave for the one before", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK", { respondBy: "2099-05-31T10:00:00Z" });
    await advance(agent, given.caseId, "REPRESENT");
    expect((await disputeOf(given)).respond_by).toBeNull();
    await advance(officer, given.caseId, "OPEN_PRE_ARBITRATION");
    expect((await disputeOf(given)).respond_by).toBeNull();
  });
});

describe("the bank's ruling", () => {
  async function givenChargeback(): Promise<Given> {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    return given;
  }

  test("upheld: the bank keeps the money and the case says that it was charged back", async () => {
    const given = await givenChargeback();
    expect((await rule(officer, given.caseId, "CHARGEBACK_UPHELD")).__typename).toBe("CaseActionDone");
    expect(await caseOf(given.caseId)).toMatchObject({ state: "CLOSED", outcome: "CHARGED_BACK" });
    expect(await disputeOf(given)).toMatchObject({ state: "LOST", ruling: "CHARGEBACK_UPHELD" });
    expect(await takenOver(given)).toBe(129_900n);
  });

  test("upheld in part: the bank gives the rest back", async () => {
    const given = await givenChargeback();
    await rule(officer, given.caseId, "CHARGEBACK_UPHELD", 50_000);
    expect(await takenOver(given)).toBe(50_000n);
  });

  test("upheld without a chargeback before it takes the money then", async () => {
    const given = await givenAtBank();
    await rule(officer, given.caseId, "CHARGEBACK_UPHELD");
    expect(await takenOver(given)).toBe(129_900n);
  });

  test.each([
    ["all of it", 129_900n, 129_900n],
    ["part of it", 60_000n, 60_000n],
  ])(
    "upheld over a sale of which %s had gone back is recorded, and that it went twice is said loudly",
    async (_, gone, twice) => {
      const given = await givenAtBank();
      await givenGoneBack(given, gone);
      const { version: expectedVersion } = await caseOf(given.caseId);
      const named = { caseId: toGlobalId("Case", given.caseId), expectedVersion, ruling: "CHARGEBACK_UPHELD" };
      const press = (idempotencyKey: string) =>
        officer.query<{ recordBankRuling: Answer }>(
          "mutation ($input: RecordBankRulingInput!) { recordBankRuling(input: $input) { __typename } }",
          { input: { ...named, idempotencyKey } },
        );
      const key = newId();
      const answers = await Promise.all([press(key), press(key), press(newId())]);
      const said = answers.map(({ data }) => data.recordBankRuling.__typename);
      expect(said.slice(0, 2)).toEqual(["CaseActionDone", "CaseActionDone"]);
      expect(said[2]).not.toBe("CaseActionDone");

      expect(await caseOf(given.caseId)).toMatchObject({ state: "CLOSED", outcome: "CHARGED_BACK" });
      expect(await disputeOf(given)).toMatchObject({ state: "LOST", charged_back_minor: 129_900n });
      const supervisor = api.as("SUPERVISOR");
      const { data } = await supervisor.query<{ case: { transaction: object; events: { edges: { node: object }[] } } }>(
        `query ($id: ID!) { case(id: $id) { transaction { refundable { minor } chargedBack { minor } paidTwice { minor } }
        events(last: 1) { edges { node { id facts(names: ["paidTwice.minor"]) { value } } } } } }`,
        { id: named.caseId },
      );
      expect(data.case.transaction).toEqual({
        ...{ refundable: { minor: "0" }, chargedBack: { minor: String(129_900n - twice) } },
        paidTwice: { minor: String(twice) },
      });
      const [event] = data.case.events.edges;
      expect(event?.node).toMatchObject({ facts: [{ value: String(twice) }] });
      const told = await api.house.db
        .selectFrom("notice")
        .select("staff_id")
        .distinct()
        .where("case_id", "=", given.caseId)
        .where("kind", "=", "PAID_TWICE")
        .execute();
      expect(told.map(({ staff_id }) => staff_id)).toContain(supervisor.staffId);
      const register = await api
        .as("COMPLIANCE_OFFICER")
        .query<{ exceptions: { edges: { node: { kinds: string[]; case: { id: string } } }[] } }>(
          "{ exceptions(first: 50, filter: { kind: PAID_TWICE }) { edges { node { kinds case { id } } } } }",
        );
      const ofCase = register.data.exceptions.edges.filter(({ node }) => node.case.id === named.caseId);
      expect(ofCase).toMatchObject([{ node: { kinds: ["PAID_TWICE"] } }]);
      // A refund that bounces goes to cover it: nothing of the sale is free for another.
      expect((await rule(officer, given.caseId, "CHARGEBACK_UPHELD")).__typename).toBe("ActionRefused");
    },
  );

  test("upheld over a sale that still had the money is no exception, and nobody is told of one", async () => {
    const given = await givenAtBank();
    await rule(officer, given.caseId, "CHARGEBACK_UPHELD");
    const kinds = api.house.db.selectFrom("notice").select("kind").where("case_id", "=", given.caseId);
    expect((await kinds.execute()).map(({ kind }) => kind)).not.toContain("PAID_TWICE");
  });

  test("for the merchant: the money comes back and the case is defended", async () => {
    const given = await givenChargeback();
    await rule(officer, given.caseId, "MERCHANT_UPHELD");
    expect(await caseOf(given.caseId)).toMatchObject({ state: "CLOSED", outcome: "DEFENDED" });
    expect(await disputeOf(given)).toMatchObject({ state: "WON" });
    expect(await takenOver(given)).toBe(0n);
  });

  test("that the merchant must refund: what the bank held is free for the refund, so nobody is paid twice", async () => {
    const given = await givenChargeback();
    expect((await rule(officer, given.caseId, "MERCHANT_MUST_REFUND", 100_000)).__typename).toBe("CaseActionDone");
    expect(await caseOf(given.caseId)).toMatchObject({ state: "REFUNDING" });
    const sale = await api.house.db
      .selectFrom("transaction")
      .selectAll()
      .where("id", "=", given.saleId)
      .executeTakeFirstOrThrow();
    expect(sale).toMatchObject({ charged_back_minor: 0n, in_flight_minor: 100_000n });
  });

  test("that the merchant must refund more than was disputed is refused, whatever the sale still holds", async () => {
    const given = await givenChargeback();
    const { db } = api.house;
    await db.updateTable("transaction").set({ captured_minor: 500_000n }).where("id", "=", given.saleId).execute();
    const answer = await rule(officer, given.caseId, "MERCHANT_MUST_REFUND", 129_901);
    expect(answer).toMatchObject({ __typename: "ActionRefused", reasons: [{ code: "ABOVE_CLAIM" }] });
    expect(await caseOf(given.caseId)).toMatchObject({ state: "AT_BANK" });
  });

  test("returned: the bank has nothing and the desk negotiates", async () => {
    const given = await givenChargeback();
    await rule(officer, given.caseId, "RETURNED_UNRESOLVED");
    expect(await caseOf(given.caseId)).toMatchObject({ state: "NEGOTIATING", outcome: null });
    expect(await takenOver(given)).toBe(0n);
  });

  test("after the desk accepted is never called lost, and can no longer be for the merchant", async () => {
    const given = await givenChargeback();
    await advance(agent, given.caseId, "ACCEPT");
    expect((await rule(officer, given.caseId, "MERCHANT_UPHELD")).reasons).toEqual([{ code: "STEP_NOT_OPEN" }]);
    await rule(officer, given.caseId, "CHARGEBACK_UPHELD");
    expect(await disputeOf(given)).toMatchObject({ state: "ACCEPTED", ruling: "CHARGEBACK_UPHELD" });
  });

  test("above what was disputed is refused, and nothing moves", async () => {
    const given = await givenChargeback();
    const answer = await rule(officer, given.caseId, "CHARGEBACK_UPHELD", 129_901);
    expect(answer.reasons).toEqual([{ code: "ABOVE_CLAIM" }]);
    expect(await takenOver(given)).toBe(129_900n);
  });

  test("is not the desk's to give, and a case of another bank is not there", async () => {
    const given = await givenChargeback();
    expect((await rule(agent, given.caseId, "MERCHANT_UPHELD")).reasons).toEqual([{ code: "NOT_PERMITTED" }]);
    await api.house.db.updateTable("cases").set({ institution_id: null }).where("id", "=", given.caseId).execute();
    expect((await rule(officer, given.caseId, "MERCHANT_UPHELD")).__typename).toBe("CaseNotFound");
  });
});

describe("a customer who withdraws at the bank", () => {
  const withdraw = ({ caseId }: Given) => {
    const ctx: ActionContext = { ...api.house, actor: systemActor, locale: "en" };
    return performOnLatest(ctx, { caseId, move: { action: "WITHDRAW", input: { message: null } }, key: newId() });
  };

  test("ends the dispute while nothing has been taken", async () => {
    const given = await givenAtBank();
    expect((await withdraw(given)).ok).toBe(true);
    expect(await disputeOf(given)).toMatchObject({ state: "WITHDRAWN" });
  });

  test("cannot once the bank has taken the money: it comes back by the bank's word alone", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    expect(await withdraw(given)).toMatchObject({ ok: false, error: { reasons: [{ code: "BANK_HAS_THE_MONEY" }] } });
    expect(await caseOf(given.caseId)).toMatchObject({ state: "AT_BANK" });
    // Nobody is offered what would be refused.
    const query = "query ($id: ID!) { case(id: $id) { availableActions { action allowed } } }";
    const { data } = await agent.query<{ case: { availableActions: readonly object[] } }>(query, {
      id: toGlobalId("Case", given.caseId),
    });
    expect(data.case.availableActions).toContainEqual({ action: "WITHDRAW", allowed: false });
  });
});

describe("a dispute on the wire", () => {
  test("tells what is open, whose turn it is, and which evidence is missing", async () => {
    const given = await givenAtBank();
    await advance(officer, given.caseId, "RECEIVE_CHARGEBACK");
    const document = `query ($id: ID!) { case(id: $id) { transaction { acquirerReference chargedBack { minor } cases { id } }
      dispute { network reasonMeaning workflow state waitsOn chargedBack { minor } openSteps { step by } openRulings
        neededEvidence { need text present } case { id } } } }`;
    const id = toGlobalId("Case", given.caseId);
    const { data } = await agent.query<{ case: { dispute: object; transaction: object } }>(document, { id });
    expect(data.case.transaction).toMatchObject({ chargedBack: { minor: "129900" }, cases: [{ id }] });
    expect(data.case.dispute).toMatchObject({
      network: "VISA",
      reasonMeaning: "Merchandise or services not received",
      workflow: "COLLABORATION",
      waitsOn: "DESK",
      chargedBack: { minor: "129900" },
      openSteps: [
        { step: "REPRESENT", by: "DESK" },
        { step: "ACCEPT", by: "DESK" },
        { step: "MOVE_DEADLINE", by: "BANK" },
        { step: "LAPSE", by: "BANK" },
      ],
      case: { id },
    });
    expect(JSON.stringify(data.case.dispute)).toContain('{"need":"MUST"');
  });

  test("takes as many statements in a list of ten as of two", async () => {
    for (let given = 0; given < 10; given += 1) await givenAtBank();
    const document = `query ($first: Int) { disputes(first: $first, filter: { open: true, networks: [VISA] }) {
      edges { node { state case { number transaction { cardLast4 cases { id } } } neededEvidence { present } } } } }`;
    const list = (first: number) => () => officer.query<{ disputes: { edges: unknown[] } }>(document, { first });
    expect((await list(10)()).data.disputes.edges).toHaveLength(10);
    const few = await countStatements(api.house.database, list(2));
    expect(few).toBeGreaterThan(3);
    expect(await countStatements(api.house.database, list(10))).toBe(few);
  });

  test("the networks' rules are there for whoever escalates", async () => {
    const { data } = await agent.query<{
      disputeRulePacks: { network: string; codes: { code: string; meaning: string }[] }[];
    }>("{ disputeRulePacks { network answer { days confirmed } codes { code meaning } } }");
    const visa = data.disputeRulePacks.find(({ network }) => network === "VISA");
    expect(visa).toMatchObject({ answer: { days: 30, confirmed: true } });
    expect(visa?.codes).toContainEqual({ code: "13.6", meaning: "Credit not processed" });
  });
});
