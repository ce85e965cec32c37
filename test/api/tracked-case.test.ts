import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkOutlivesCaseByDays } from "../../server/cases/queries/find-customer.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { acknowledged, atAgency, atBank, step, waive } from "../support/case-stages.ts";
import { countStatements } from "../support/count-statements.ts";
import { aPng } from "../support/files.ts";
import { actOn, caseRow, eventKinds, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
let agent: Actor;
let found: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  agent = await staffActorOf(api, "SUPPORT_AGENT");
});
afterAll(() => api.close());
/** In a year whose calendar of working days is published, so that every day can be said. */
const monday = new Date("2026-03-02T09:00:00+08:00");
beforeEach(async () => {
  api.clock.advance({ minutes: (monday.getTime() - api.clock.now().getTime()) / 60_000 });
  found = await givenCase(api);
});

const TRACK = `query ($token: String!, $locale: Locale) {
  trackedCase(token: $token, locale: $locale) {
    id number version state outcome sentence hearBy merchantName amount { minor currency } paidOn cardLast4
    stops { stop state title note at expectedOn }
    refund { minor } expectedArrivalOn
    need { text until } offer { minor }
    refusal { reason contestUntil rights agency agencyAddress agencyPhone }
    messages { byCustomer body } evidence { fileName uploadedBy } evidenceLimits { bytes }
    actions { action allowed reasons { code message } }
  }
}`;

interface Tracked extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly sentence: string;
  readonly stops: readonly { readonly stop: string; readonly state: string }[];
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
  readonly messages: readonly { readonly byCustomer: boolean; readonly body: string }[];
}

async function track(token = found.token, locale = "EN", as: ApiClient = api.asStranger()): Promise<Tracked | null> {
  return (await as.query<{ trackedCase: Tracked | null }>(TRACK, { token, locale })).data.trackedCase;
}

const stops = (tracked: Tracked | null) => tracked?.stops.map(({ state }) => state);
const allowed = (tracked: Tracked | null) =>
  tracked?.actions.flatMap(({ action, allowed: may }) => (may ? [action] : [])).sort();

async function act(mutation: string, input: object, token = found.token): Promise<Record<string, unknown>> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const inputTypes: Record<string, string> = {
    ContestDecisionInput: "MessageActionInput",
    ProvideInformationInput: "MessageActionInput",
    RejectOfferInput: "MessageActionInput",
    AcceptOfferInput: "CaseActionInput",
    ApproveRefundInput: "ApproveRefundInput",
  };
  const { data } = await api.asCustomer(token).query<Record<string, Record<string, unknown>>>(
    `mutation ($input: ${inputTypes[type] ?? type}!) { ${mutation}(input: $input) {
      __typename
      ... on CaseActionDone { case { id state } }
      ... on ActionRefused { reasons { code } }
    } }`,
    { input: { caseId: found.id, idempotencyKey: newId(), ...input } },
  );
  return data[mutation] ?? {};
}

async function decline(): Promise<void> {
  await actOn(api, agent, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  await actOn(api, agent, found.caseId, {
    action: "DECLINE_REQUEST",
    input: { reason: "The slip is of another shop.", overrideReason: "Read by eye." },
  });
}

describe("the customer's page", () => {
  test("says where the matter stands, in the language that is asked for", async () => {
    expect(await track()).toMatchObject({
      number: found.number,
      version: 1,
      state: "NEW",
      sentence: expect.stringMatching(/^We have your request and are looking at it\. You will hear by \w+day \d+ \w+/),
      amount: { minor: "12900", currency: "CNY" },
      cardLast4: "1111",
      evidenceLimits: { bytes: 10_485_760 },
      need: null,
      refusal: null,
    });
    expect((await track(found.token, "ZH_CN"))?.sentence).toMatch(
      /^我们已收到您的申请，正在查看。您将在\d+月\d+日星期.之前收到答复。$/,
    );
    expect(stops(await track())).toEqual(["HERE", "LATER", "LATER", "LATER"]);
  });

  test("offers what the customer can do, by the rules that guard the mutations", async () => {
    expect(allowed(await track())).toEqual(["ATTACH_EVIDENCE", "SEND_MESSAGE", "WITHDRAW"]);
    await decline();
    expect(allowed(await track())).toEqual(["ATTACH_EVIDENCE", "CONTEST_DECISION", "SEND_MESSAGE", "WITHDRAW"]);
    api.clock.advance({ days: 16 });
    const late = await track();
    expect(allowed(late)).not.toContain("CONTEST_DECISION");
    expect(late?.actions).toContainEqual({
      action: "CONTEST_DECISION",
      allowed: false,
      reasons: [{ code: "APPEAL_WINDOW_CLOSED", message: expect.stringMatching(/contest/) }],
    });
  });

  test("tells every refusal with its reason, the window, and the right to go further", async () => {
    await decline();
    const refused = await track();
    expect(refused).toMatchObject({
      state: "DECLINED",
      sentence: expect.stringMatching(/^We have not agreed to this refund\. If you disagree, contest it by /),
      refusal: {
        reason: "The slip is of another shop.",
        contestUntil: expect.any(String),
        rights: expect.stringMatching(/contest it in time.*consumer-protection agency/),
        agencyAddress: "https://www.12315.cn",
        agencyPhone: "12315",
      },
    });
  });

  test("sends nobody back to the agency that has ended their complaint", async () => {
    found = await acknowledged(api);
    const input = { to: "CLOSED", outcome: "DECLINED", amount: null, detail: { outcome: "MEDIATION_ENDED" } } as const;
    await actOn(api, agent, found.caseId, { action: "RECORD_AGENCY_OUTCOME", input });
    const ended = await track();
    const nowhere = { agency: null, agencyAddress: null, agencyPhone: null };
    expect(ended).toMatchObject({
      state: "CLOSED",
      refusal: { rights: expect.stringMatching(/^(?!.*agency).*your card's bank.*court/), ...nowhere },
    });
  });

  test("names the agency that the notice of the same refusal names", async () => {
    found = await givenCase(api, { amount: money(12_900n, "USD") });
    await decline();
    const { fields } = await api.house.db
      .selectFrom("notice")
      .select("fields")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "REQUEST_DECLINED")
      .executeTakeFirstOrThrow();
    const address = "https://www.consumerfinance.gov/complaint";
    expect(fields.agencyAddress).toBe(address);
    expect(await track()).toMatchObject({ refusal: { agencyAddress: address, agencyPhone: null } });
  });

  test("sends nobody back to the bank that has decided, though the matter was taken up again", async () => {
    found = await atBank(api);
    const ruling = { to: "CLOSED", outcome: "DEFENDED", detail: { ruling: "MERCHANT_UPHELD" } } as const;
    const input = { ...ruling, amount: money(12_900n, "CNY") };
    await step(api, found, "BANK_OFFICER", { action: "RECORD_BANK_RULING", input });
    expect(await track()).toMatchObject({ refusal: { rights: expect.stringMatching(/your bank's decision/) } });
    await step(api, found, "SUPERVISOR", { action: "REOPEN", input: { reason: "A new slip." } });
    await decline();
    expect(await track()).toMatchObject({
      state: "DECLINED",
      refusal: {
        rights: expect.stringMatching(/^(?!.*bank).*contest it in time.*consumer-protection agency/),
        agencyPhone: "12315",
      },
    });
    const [told] = await api.house.db
      .selectFrom("notice")
      .select("fields")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "REQUEST_DECLINED")
      .orderBy("created_at", "desc")
      .execute();
    expect(told?.fields.stillOpen?.en).toMatch(/^(?!.*bank).*contest it in time.*consumer-protection agency/);
  });

  test("shows the thread with the customer and nothing of the others", async () => {
    await actOn(api, agent, found.caseId, { action: "ADD_NOTE", input: { message: "INTERNAL words" } });
    await actOn(api, agent, found.caseId, {
      action: "SEND_MESSAGE",
      input: { thread: "MERCHANT", message: "MERCHANT words" },
    });
    await actOn(api, agent, found.caseId, { action: "SEND_MESSAGE", input: { thread: "CUSTOMER", message: "Hello." } });
    await act("sendMessage", { expectedVersion: (await track())?.version, thread: "CUSTOMER", message: "Thank you." });
    const tracked = await track();
    expect(tracked?.messages).toEqual([
      { byCustomer: false, body: "Hello." },
      { byCustomer: true, body: "Thank you." },
    ]);
    expect(JSON.stringify(tracked)).not.toMatch(/INTERNAL words|MERCHANT words/);
  });

  test("follows the money: put forward, waiting for approval, on its way", async () => {
    found = await givenCase(api, { reason: "OTHER", amount: money(120_000n, "CNY") });
    await actOn(api, agent, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
    expect((await track())?.sentence).toMatch(/^The shop is checking\. You will hear by /);
    for (const check of ["PROOF_PRESENT", "IDENTITY_CONFIRMED"] as const) await waive(api, found, check);
    await actOn(api, agent, found.caseId, {
      action: "APPROVE_REFUND",
      input: { amount: money(120_000n, "CNY"), reason: "Clear.", messageToCustomer: null },
    });
    const waiting = await track();
    expect(waiting).toMatchObject({
      state: "AWAITING_APPROVAL",
      sentence: expect.stringMatching(/CNY 1,200\.00 .* last approval/),
    });
    expect(stops(waiting)).toEqual(["DONE", "HERE", "LATER", "LATER"]);

    // Whoever let its checks go has decided on the case, and so may not agree to it as well.
    const { staffId } = await api.another("SUPERVISOR");
    const second = await findStaffActor(api.house.db, staffId, api.clock.now());
    if (second === null) throw new Error("There is no second supervisor");
    await actOn(api, second, found.caseId, { action: "GRANT_APPROVAL", input: { note: null } });
    const going = await track();
    expect(going).toMatchObject({
      state: "REFUNDING",
      refund: { minor: "120000" },
      sentence: expect.stringMatching(/^A refund of CNY 1,200\.00 to the card ending 1111 is agreed\./),
    });
    expect(allowed(going)).not.toContain("WITHDRAW");
    expect(going?.actions.find(({ action }) => action === "WITHDRAW")).toMatchObject({
      reasons: [
        { code: "REFUND_IN_FLIGHT", message: expect.stringMatching(/^Your refund is under way .* write to us/) },
      ],
    });
  });

  test("says of a bank that has taken the money, and of an agency that has only got the complaint, what is so", async () => {
    found = await atBank(api);
    expect(stops(await track())).toEqual(["HERE", "LATER"]);
    await api.house.db
      .updateTable("dispute")
      .set({ charged_back_minor: 12_900n })
      .where("case_id", "=", found.caseId)
      .execute();
    const taken = await track();
    expect(taken?.stops[1]).toMatchObject({ stop: "SET_ASIDE", state: "HERE", title: "Taken back by your bank" });
    expect(taken?.actions.find(({ action }) => action === "WITHDRAW")).toMatchObject({
      reasons: [
        { code: "BANK_HAS_THE_MONEY", message: expect.stringMatching(/^Your card's bank .* ask your bank\.$/) },
      ],
    });

    found = await atAgency(api);
    expect((await track())?.sentence).toMatch(/^Your complaint is with the consumer-protection agency\./);
    found = await acknowledged(api);
    expect((await track())?.sentence).toMatch(/^The consumer-protection agency is dealing with it\./);
  });

  test("of a payment that is not on file says so", async () => {
    found = await givenCase(api, { transactionId: null });
    expect(await track()).toMatchObject({
      sentence: expect.stringMatching(/^We are looking for your payment\./),
      paidOn: null,
      cardLast4: null,
    });
  });

  test("is the same for whoever holds the token, whoever is signed in", async () => {
    expect((await track(found.token, "EN", await api.as("TRAINER")))?.number).toBe(found.number);
  });
});

describe("the road of a customer", () => {
  test("asked for something, they answer, and the case goes back to where it was", async () => {
    await actOn(api, agent, found.caseId, {
      action: "REQUEST_INFORMATION",
      input: { message: "The back of the slip, please." },
    });
    const asked = await track();
    expect(asked).toMatchObject({
      state: "AWAITING_CUSTOMER",
      need: { text: "The back of the slip, please.", until: expect.any(String) },
      sentence: expect.stringMatching(/^We need something from you\. Please send it by /),
    });
    expect(await act("provideInformation", { expectedVersion: asked?.version, message: "Here." })).toMatchObject({
      __typename: "CaseActionDone",
      case: { id: found.id, state: "NEW" },
    });
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "REQUEST_INFORMATION", "PROVIDE_INFORMATION"]);
  });

  test("declined, they contest, are offered a part, and turn it down", async () => {
    await decline();
    await act("contestDecision", { expectedVersion: (await track())?.version, message: "It is your shop." });
    expect((await track())?.sentence).toMatch(/^We are looking at your request again\.$/);
    await actOn(api, agent, found.caseId, {
      action: "MAKE_OFFER",
      input: { amount: money(5_000n, "CNY"), message: "Half?", overrideReason: "To end it." },
    });
    const offered = await track();
    expect(offered).toMatchObject({
      state: "NEGOTIATING",
      offer: { minor: "5000" },
      sentence: expect.stringMatching(/^You are offered CNY 50\.00\. Please answer by /),
    });
    expect(allowed(offered)).toEqual(["ACCEPT_OFFER", "ATTACH_EVIDENCE", "REJECT_OFFER", "SEND_MESSAGE", "WITHDRAW"]);
    expect(await act("rejectOffer", { expectedVersion: offered?.version, message: "No." })).toMatchObject({
      __typename: "CaseActionDone",
    });
    expect((await track())?.["offer"]).toBeNull();
  });

  test.each([
    ["withdrawing, they are asked no more", "WITHDRAW", "CLOSED"],
    ["asked for something first, they are asked for that alone", "REQUEST_INFORMATION", "AWAITING_CUSTOMER"],
  ] as const)("offered a part and then %s", async (_what, action, state) => {
    await decline();
    await act("contestDecision", { expectedVersion: (await track())?.version, message: "It is your shop." });
    const offer = { amount: money(5_000n, "CNY"), message: "Half?", overrideReason: "To end it." };
    await actOn(api, agent, found.caseId, { action: "MAKE_OFFER", input: offer });
    const move =
      action === "WITHDRAW"
        ? ({ action, input: { message: "It is settled with the shop." } } as const)
        : ({ action, input: { message: "The slip, please." } } as const);
    await actOn(api, agent, found.caseId, move);
    const asked = await track();
    expect(asked).toMatchObject({ state, offer: null });
    if (action === "WITHDRAW") return expect(await caseRow(api, found.caseId)).toMatchObject({ offer_minor: null });
    await act("provideInformation", { expectedVersion: asked?.version, message: "Here." });
    expect(await track()).toMatchObject({ state: "NEGOTIATING", offer: { minor: "5000" } });
  });

  test("they withdraw, and the page says what that means for the money", async () => {
    await act("withdrawCase", { expectedVersion: 1, message: null });
    const closed = await track();
    expect(closed).toMatchObject({
      state: "CLOSED",
      outcome: "WITHDRAWN",
      sentence: expect.stringMatching(/withdrew/),
    });
    expect(stops(closed)).toEqual(["HERE", "OFF", "OFF", "OFF"]);
  });

  test("of two clicks at once, one is done and one is told that the case moved on", async () => {
    const input = { expectedVersion: 1, message: null };
    const answers = await Promise.all([act("withdrawCase", input), act("withdrawCase", input)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CaseActionDone", "StaleCase"]);
  });

  test("they send a file and find it on their page", async () => {
    const { data } = await api
      .asCustomer(found.token)
      .query<{ requestEvidenceUpload: { url: string } }>(
        "mutation ($input: RequestEvidenceUploadInput!) { requestEvidenceUpload(input: $input) { ... on EvidenceUpload { url } } }",
        { input: { caseId: found.id, kind: "CARD_SLIP", fileName: "slip.png", bytes: 100 } },
      );
    await api.app.inject({ method: "POST", url: data.requestEvidenceUpload.url, payload: aPng(), headers: {} });
    expect((await track())?.["evidence"]).toEqual([{ fileName: "slip.png", uploadedBy: "CUSTOMER" }]);
  });

  test.each([
    ["approve their own refund", "approveRefund", { amount: { minor: "12900", currency: "CNY" } }],
    ["write into another thread", "sendMessage", { thread: "BANK", message: "Pay me." }],
  ])("they cannot %s", async (_what, mutation, input) => {
    expect(await act(mutation, { expectedVersion: 1, ...input })).toMatchObject({ __typename: "ActionRefused" });
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN"]);
  });

  test("their link does nothing to another's case, which is not there for them", async () => {
    const other = await givenCase(api);
    const answer = await act("withdrawCase", { expectedVersion: 1, message: null }, other.token);
    expect(answer).toMatchObject({ __typename: "CaseNotFound" });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "NEW" });
    const seen = await api
      .asCustomer(other.token)
      .query("query ($id: ID!) { case(id: $id) { number } }", { id: toGlobalId("Case", found.caseId) });
    expect(seen.data).toEqual({ case: null });
  });
});

describe("a link", () => {
  test("that is wrong, garbled or of nobody answers as if there were no case", async () => {
    for (const token of ["", "x", "x".repeat(43), "x".repeat(5_000), `${found.token}x`, "%00", "' or 1=1 --"]) {
      expect(await track(token)).toBeNull();
    }
  });

  test("outlives its case by half a year, and then answers like a wrong one", async () => {
    await act("withdrawCase", { expectedVersion: 1, message: null });
    const last = await track();
    api.clock.advance({ days: linkOutlivesCaseByDays - 1 });
    expect(await track()).not.toBeNull();
    api.clock.advance({ days: 1 });
    expect(await track()).toBeNull();
    expect(
      await act("sendMessage", { expectedVersion: last?.version, thread: "CUSTOMER", message: "Hello?" }),
    ).toMatchObject({
      __typename: "CaseNotFound",
    });
  });
});

test("a page costs the same number of statements, however long the story is", async () => {
  const statements = await countStatements(api.house.database, () => track());
  for (let many = 0; many < 10; many++) {
    const message = `Message ${many}`;
    await actOn(api, agent, found.caseId, { action: "SEND_MESSAGE", input: { thread: "CUSTOMER", message } });
  }
  expect(await countStatements(api.house.database, () => track())).toBe(statements);
});
