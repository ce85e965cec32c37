import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { caseActionRows } from "../support/case-action-rows.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";
import { draftOf, publishText, save, start } from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Text {
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
}
interface Minor {
  readonly minor: string;
}
interface Outlook {
  readonly goesTo: string;
  readonly agreements: readonly { readonly right: string; readonly staff: readonly { readonly name: string }[] }[];
  /** Of a case without a payment there is none to show. */
  readonly money: { readonly before: SaleMoney; readonly after: SaleMoney } | null;
  readonly suggestion: { readonly zh: string; readonly en: string } | null;
  readonly notices: readonly {
    readonly kind: string;
    readonly audience: string;
    readonly deliveries: readonly { readonly channel: string; readonly locale: string }[];
    readonly texts: readonly { readonly locale: string; readonly text: Text }[];
  }[];
}
interface SaleMoney {
  readonly refunded: Minor;
  readonly inFlight: Minor;
  readonly chargedBack: Minor;
  readonly refundable: Minor;
}

const sale = "{ refunded { minor } inFlight { minor } chargedBack { minor } refundable { minor } }";

async function outlook(found: GivenCase, input: object, role: Parameters<TestApi["as"]>[0] = "SUPPORT_AGENT") {
  const { data } = await api.as(role).query<{ actionOutlook: Outlook | null }>(
    `query ($id: ID!, $input: ActionOutlookInput!) { actionOutlook(caseId: $id, input: $input) {
      goesTo suggestion { zh en } agreements { right staff { name } } money { before ${sale} after ${sale} }
      notices { kind audience deliveries { channel locale } texts { locale text { subject body sms } } } } }`,
    { id: found.id, input },
  );
  return data.actionOutlook;
}

async function storedMoney({ caseId }: GivenCase) {
  const { transaction_id } = await caseRow(api, caseId);
  const row = await api.house.db
    .selectFrom("transaction")
    .select(["captured_minor", "refunded_minor", "in_flight_minor", "charged_back_minor"])
    .where("id", "=", transaction_id ?? "")
    .executeTakeFirstOrThrow();
  const gone = row.refunded_minor + row.in_flight_minor + row.charged_back_minor;
  return {
    refunded: { minor: String(row.refunded_minor) },
    inFlight: { minor: String(row.in_flight_minor) },
    chargedBack: { minor: String(row.charged_back_minor) },
    refundable: { minor: String(row.captured_minor - gone) },
  };
}

/** What was told by the last event, each text as it is sent. */
async function toldBy({ caseId, id }: GivenCase) {
  const last = await api.house.db
    .selectFrom("case_event")
    .select("id")
    .where("case_id", "=", caseId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  const ofEvent = await api.house.db
    .selectFrom("notice")
    .select(["kind", "channel"])
    .where("event_id", "=", last.id)
    .execute();
  const { data } = await api.as("SUPERVISOR").query<{
    case: { notices: { id: string; kind: string; audience: string; channel: string; locale: string; text: Text }[] };
  }>("query ($id: ID!) { case(id: $id) { notices { id kind audience channel locale text { subject body sms } } } }", {
    id,
  });
  return { ways: ofEvent.map(({ kind, channel }) => `${kind} ${channel}`).sort(), notices: data.case.notices };
}

/** What of an action's input turns its way. */
function planned(action: string, input: Readonly<Record<string, unknown>>): object {
  const { amount, ruling, outcome, agency, reasonCode, assigneeId, step } = input;
  return {
    action,
    ...(amount !== undefined && { amount }),
    ...(ruling !== undefined && { ruling }),
    ...(action === "RECORD_AGENCY_OUTCOME" && { agencyOutcome: outcome }),
    ...(agency !== undefined && { agency }),
    ...(action === "ADVANCE_REFERRAL" && { referralStep: step }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(assigneeId !== undefined && { assigneeId }),
  };
}

/** A proposal changes nothing before others agree; whom it asks is said by the room of approvals. */
const ofTheDesk = Object.entries(caseActionRows).filter(
  ([, { by, action }]) => (by === "SUPPORT_AGENT" || by === "SUPERVISOR") && !action.startsWith("PROPOSE_"),
);

const mutations = buildApiSchema().getMutationType()?.getFields() ?? {};
const inputTypeOf = (mutation: string) => String(mutations[mutation]?.args[0]?.type);

describe("what the sheet says before is what happens", () => {
  test.each(ofTheDesk)("%s", async (mutation, { action, by, given, input }) => {
    const found = await given(api);
    const values = (typeof input === "function" ? await input(api, found) : input) as Record<string, unknown>;
    const before = await outlook(found, planned(action, values), by as "SUPPORT_AGENT");
    if (before === null) throw new Error("There is no outlook");
    const hasPayment = (await caseRow(api, found.caseId)).transaction_id !== null;
    expect(before.money?.before ?? null).toEqual(hasPayment ? await storedMoney(found) : null);

    const { version } = await caseRow(api, found.caseId);
    const { data } = await api
      .as(by as "SUPPORT_AGENT")
      .query<{ result: { __typename: string } }>(
        `mutation ($input: ${inputTypeOf(mutation)}) { result: ${mutation}(input: $input) { __typename } }`,
        { input: { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...values } },
      );
    expect(data.result.__typename).toBe("CaseActionDone");

    expect(before.goesTo).toBe((await caseRow(api, found.caseId)).state);
    if (hasPayment) expect(before.money?.after).toEqual(await storedMoney(found));
    const words = String(values["message"] ?? values["reason"] ?? "");
    const { ways, notices } = await toldBy(found);
    const foreseen = before.notices.flatMap(({ kind, deliveries }) =>
      deliveries.map(({ channel }) => `${kind} ${channel}`),
    );
    expect(foreseen.sort()).toEqual(ways);
    for (const { kind, texts, audience } of before.notices) {
      if (audience !== "CUSTOMER") continue;
      const sent = notices.filter((notice) => notice.kind === kind);
      expect(sent.length).toBeGreaterThan(0);
      for (const { locale, channel, text } of sent) {
        const said = texts.find((one) => one.locale === locale)?.text;
        // Who writes stands below each e-mail, whatever it says.
        const ending = channel === "EMAIL" ? `\n\n${locale === "EN" ? "Refund desk" : "退款服务"}` : "";
        expect(`${said?.body.replaceAll("{message}", words)}${ending}`, channel).toBe(text.body);
        expect(said?.sms?.replaceAll("{message}", words) ?? null).toBe(text.sms);
      }
    }
  });
});

describe("an outlook", () => {
  test("says by when the money arrives where it sends some, on which card, and what the policy rests on", async () => {
    const found = await stage.readyToApprove(api);
    const ask = async (amount?: object) => {
      const { data } = await api.as("SUPPORT_AGENT").query<{ actionOutlook: Record<string, unknown> }>(
        `query ($id: ID!, $input: ActionOutlookInput!) { actionOutlook(caseId: $id, input: $input) {
          arrivesOn card { network last4 } policy { version rowNumber } } }`,
        { id: found.id, input: { action: "APPROVE_REFUND", ...(amount !== undefined && { amount }) } },
      );
      return data.actionOutlook;
    };
    const { transaction_id } = await caseRow(api, found.caseId);
    const { network, card_last4: last4 } = await api.house.db
      .selectFrom("transaction")
      .select(["network", "card_last4"])
      .where("id", "=", transaction_id ?? "")
      .executeTakeFirstOrThrow();
    const said = await api.house.db
      .selectFrom("decision")
      .innerJoin("policy_version", "policy_version.id", "decision.policy_version_id")
      .select(["version", "row_number as rowNumber"])
      .where("case_id", "=", found.caseId)
      .orderBy("decision.at", "desc")
      .orderBy("decision.id", "desc")
      .executeTakeFirstOrThrow();
    expect(await ask()).toEqual({
      arrivesOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      card: { network, last4 },
      policy: said,
    });
    // What waits for others is not on its way.
    expect(await ask({ minor: "120000", currency: "CNY" })).toMatchObject({ arrivesOn: null });
  });

  test("names who else must agree, in order, and never the one who proposes", async () => {
    const found = await stage.readyToApprove(api);
    const small = await outlook(found, { action: "APPROVE_REFUND" });
    expect(small?.agreements).toEqual([]);
    expect(small?.suggestion?.en).toContain("agreed to refund");
    const amount = { minor: "120000", currency: "CNY" };
    const large = await outlook(found, { action: "APPROVE_REFUND", amount });
    expect(large).toMatchObject({ goesTo: "AWAITING_APPROVAL", agreements: [{ right: "APPROVAL_FIRST" }] });
    expect(large?.agreements[0]?.staff.length).toBeGreaterThan(0);
    // It is not decided yet, so nothing is said to the customer in its name.
    expect(large?.suggestion).toBeNull();
  });

  test("names who must agree to letting a check go and to a refund paid outside, though the case stays where it is", async () => {
    const waiver = await outlook(await stage.verifying(api), { action: "PROPOSE_CHECK_WAIVER" });
    expect(waiver).toMatchObject({ goesTo: "VERIFYING", agreements: [{ right: "APPROVAL_FIRST" }] });
    expect(waiver?.agreements[0]?.staff.length).toBeGreaterThan(0);
    const outside = await outlook(await stage.failed(api), { action: "PROPOSE_MANUAL_REFUND" });
    expect(outside).toMatchObject({ goesTo: "REFUNDING", agreements: [{ right: "APPROVAL_FIRST" }] });
    expect(outside?.agreements[0]?.staff.length).toBeGreaterThan(0);
  });

  test("names nobody whom the money would go to", async () => {
    const { db } = api.house;
    const found = await stage.verifying(api);
    const ask = () => outlook(found, { action: "PROPOSE_CHECK_WAIVER" });
    const named = (seen: Outlook | null) => seen?.agreements[0]?.staff.map(({ name }) => name) ?? [];
    const supervisor = await db
      .selectFrom("staff")
      .select(["name", "email"])
      .where("id", "=", api.as("SUPERVISOR").staffId)
      .executeTakeFirstOrThrow();
    expect(named(await ask())).toContain(supervisor.name);
    const { customer_id } = await caseRow(api, found.caseId);
    await db
      .updateTable("customer")
      .set({ email: supervisor.email })
      .where("id", "=", customer_id ?? "")
      .execute();
    expect(named(await ask())).not.toContain(supervisor.name);
  });

  test("is none where the case does not leave that way, and where the ruling is not chosen yet", async () => {
    expect(await outlook(await stage.newCase(api), { action: "APPROVE_REFUND" })).toBeNull();
    expect(await outlook(await stage.atBank(api), { action: "RECORD_BANK_RULING" })).toBeNull();
  });

  test("a ruling that the merchant must refund frees what the bank held, and holds it for the refund", async () => {
    const seen = await outlook(await stage.atBank(api), {
      ...{ action: "RECORD_BANK_RULING", ruling: "MERCHANT_MUST_REFUND" },
    });
    expect(seen).toMatchObject({ goesTo: "REFUNDING" });
    expect(seen?.money?.after.inFlight).toEqual({ minor: "12900" });
  });

  test("of giving a case to nobody tells nobody, whoever has it now", async () => {
    const found = await stage.newCase(api);
    const assigneeId = toGlobalId("Staff", api.as("SUPERVISOR").staffId);
    const toSupervisor = await outlook(found, { action: "ASSIGN", assigneeId });
    expect(toSupervisor?.notices.flatMap(({ deliveries }) => deliveries)).not.toEqual([]);
    await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, {
      ...{ action: "ASSIGN", input: { assigneeId: api.as("SUPERVISOR").staffId } },
    });
    const toNobody = await outlook(found, { action: "ASSIGN", assigneeId: null });
    expect(toNobody?.notices.flatMap(({ deliveries }) => deliveries)).toEqual([]);
  });

  test("is the desk's alone", async () => {
    expect(
      await outlook(await stage.verifying(api), { action: "RECORD_MERCHANT_ANSWER" }, "MERCHANT_VERIFIER"),
    ).toBeNull();
  });
});

test("what a refund costs is said before anybody confirms it, by the policy in force, and to whom it falls", async () => {
  const ASK = `query ($id: ID!, $input: ActionOutlookInput!) { case(id: $id) { fee { borneBy amount { minor currency } } }
    actionOutlook(caseId: $id, input: $input) { fee { borneBy amount { minor } } } }`;
  const foreseen = async (id: string, action: string, minor: string) =>
    (await api.as("SUPPORT_AGENT").query(ASK, { id, input: { action, amount: { minor, currency: "CNY" } } })).data;
  const before = await givenCase(api);
  expect(await foreseen(before.id, "BEGIN_VERIFICATION", "1")).toMatchObject({ case: { fee: null } });

  const officer = api.as("COMPLIANCE_OFFICER");
  const draft = await start(officer);
  for (const feeBasisPoints of [-1, 10_001])
    expect(await save(officer, draft, { ...draft.content, feeBasisPoints })).toEqual({ __typename: "BAD_USER_INPUT" });
  const percent = { feeBasisPoints: 60, feeFixed: [{ minor: "100", currency: "CNY" }], feesBorneBy: "MERCHANT" };
  await publishText(api, draftOf(await save(officer, draft, { ...draft.content, ...percent })), null);
  api.clock.advance({ minutes: 1 });

  const found = await givenCase(api);
  const borne = (minor: string) => ({ borneBy: "MERCHANT", amount: { minor } });
  expect(await foreseen(found.id, "BEGIN_VERIFICATION", "1")).toMatchObject({
    case: { fee: borne("177") },
    actionOutlook: { fee: null },
  });
  await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  expect(await foreseen(found.id, "APPROVE_REFUND", "10000")).toMatchObject({ actionOutlook: { fee: borne("160") } });

  // The bank has taken it all back meanwhile: nothing is left that could cost a fee.
  await api.house.db
    .updateTable("transaction")
    .set(({ ref }) => ({ charged_back_minor: ref("captured_minor") }))
    .where("id", "=", (eb) => eb.selectFrom("cases").select("transaction_id").where("cases.id", "=", found.caseId))
    .execute();
  expect(await foreseen(found.id, "BEGIN_VERIFICATION", "1")).toMatchObject({ case: { fee: null } });
});
