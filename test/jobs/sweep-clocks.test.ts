import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { performCaseAction } from "../../server/cases/actions/perform-case-action.ts";
import { noDeadline } from "../../server/cases/domain/clock-plan.ts";
import { sweepClocks } from "../../server/cases/jobs/sweep-clocks.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { customerActor, systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, caseRow, eventKinds, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

/** Days of a year whose calendar is published. Each test begins on the same morning. */
const monday = new Date("2026-03-02T09:00:00+08:00");
const clock = {
  at: monday,
  now: () => clock.at,
  advance: (days: number) => {
    clock.at = new Date(clock.at.getTime() + days * 86_400_000);
  },
};
let started: TestApi;
let api: TestApi;
beforeAll(async () => {
  started = await startTestApi();
  api = { ...started, house: { ...started.house, clock } };
});
beforeEach(() => {
  clock.at = monday;
});
afterAll(() => started.close());

async function clocksOf(caseId: string) {
  const rows = await api.house.db.selectFrom("case_clock").selectAll().where("case_id", "=", caseId).execute();
  return Object.fromEntries(rows.map((row) => [row.rule, row]));
}

async function givenDeclined(): Promise<GivenCase> {
  const found = await givenCase(api);
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  await actOn(api, agent, found.caseId, {
    action: "DECLINE_REQUEST",
    input: { reason: "The slip shows another shop.", overrideReason: "It is another shop's." },
  });
  return found;
}

async function givenAsked(): Promise<GivenCase> {
  const found = await givenCase(api);
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, found.caseId, {
    action: "REQUEST_INFORMATION",
    input: { message: "A photo of the slip, please." },
  });
  return found;
}

describe("a clock that ran out", () => {
  test("is recorded once, and a merchant who did not answer counts as silent", async () => {
    const found = await givenCase(api);
    await actOn(api, systemActor, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
    await sweepClocks(api.house);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "BEGIN_VERIFICATION"]);

    clock.advance(30);
    await sweepClocks(api.house);
    await sweepClocks(api.house);
    expect(await eventKinds(api, found.caseId)).toEqual([
      ...["OPEN", "BEGIN_VERIFICATION"],
      // The merchant's three working days end before the desk's five.
      ...["RECORD_CLOCK_BREACH", "RECORD_CLOCK_BREACH"],
    ]);
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "VERIFYING", merchant_answer: "SILENT" });
    expect(await clocksOf(found.caseId)).toMatchObject({
      "merchant-answer": { state: "BREACHED", ended_at: null },
      "decide-request": { state: "BREACHED", ended_at: null },
    });
  });

  test("done at its very last moment is in time", async () => {
    const found = await givenCase(api);
    const { "decide-request": decide } = await clocksOf(found.caseId);
    const at = decide?.due_at ?? new Date(0);
    const frozen = { ...api.house, clock: { now: () => at } };
    await sweepClocks(frozen);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN"]);
    await sweepClocks({ ...api.house, clock: { now: () => new Date(at.getTime() + 1) } });
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "RECORD_CLOCK_BREACH"]);
  });

  test("expires a case whose customer did not say what was asked", async () => {
    const found = await givenAsked();
    clock.advance(9);
    await sweepClocks(api.house);
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "EXPIRED" });
    expect((await eventKinds(api, found.caseId)).slice(-2)).toEqual(["RECORD_CLOCK_BREACH", "EXPIRE"]);
    expect((await clocksOf(found.caseId))["customer-information"]).toMatchObject({
      state: "BREACHED",
      ended_at: expect.any(Date),
    });
  });

  test("does not end a case over an offer that stood still: it runs on, and the customer is told until when", async () => {
    const found = await givenDeclined();
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    const words = { message: "A photo of the slip, please." };
    await actOn(api, customerActor(found.caseId, ""), found.caseId, { action: "CONTEST_DECISION", input: words });
    const offer = { amount: money(5_000n, "CNY"), ...words, overrideReason: "To end it." };
    await actOn(api, agent, found.caseId, { action: "MAKE_OFFER", input: offer });
    await actOn(api, agent, found.caseId, { action: "REQUEST_INFORMATION", input: words });
    const { "offer-answer": stood } = await clocksOf(found.caseId);
    clock.advance(9);
    await Promise.all([sweepClocks(api.house), sweepClocks(api.house)]);
    await sweepClocks(api.house);
    expect(await caseRow(api, found.caseId)).toMatchObject({
      ...{ state: "NEGOTIATING", outcome: null, returns_to: null, offer_minor: 5_000n, waits_on: "CUSTOMER" },
    });
    const { "offer-answer": runs } = await clocksOf(found.caseId);
    expect(runs).toMatchObject({ state: "RUNNING" });
    expect(runs?.due_at?.getTime()).toBeGreaterThan(stood?.due_at?.getTime() ?? 0);
    const notices = await api.house.db
      .selectFrom("notice")
      .select(["kind", "fields"])
      .where("case_id", "=", found.caseId)
      .where("audience", "=", "CUSTOMER")
      .orderBy("id", "desc")
      .execute();
    const last = notices[0];
    expect(last).toMatchObject({ kind: "OFFER_MADE", fields: { answerBy: runs?.due_at?.toISOString() } });
    expect(notices.map(({ kind }) => kind)).not.toContain("REQUEST_LAPSED");
    expect((await eventKinds(api, found.caseId)).filter((kind) => kind === "EXPIRE")).toHaveLength(1);

    await actOn(api, customerActor(found.caseId, ""), found.caseId, { action: "ACCEPT_OFFER", input: {} });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "REFUNDING" });
  });

  test("of an offer is kept, also where something is asked before it is recorded", async () => {
    const found = await givenDeclined();
    const agent = await staffActorOf(api, "SUPPORT_AGENT");
    const words = { message: "A photo of the slip, please." };
    await actOn(api, customerActor(found.caseId, ""), found.caseId, { action: "CONTEST_DECISION", input: words });
    const offer = { amount: money(5_000n, "CNY"), ...words, overrideReason: "To end it." };
    await actOn(api, agent, found.caseId, { action: "MAKE_OFFER", input: offer });
    clock.advance(30);
    await actOn(api, agent, found.caseId, { action: "REQUEST_INFORMATION", input: words });
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "AWAITING_CUSTOMER", offer_minor: null });
    clock.advance(9);
    await sweepClocks(api.house);
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "EXPIRED" });
  });

  test("closes a declined case after its appeal window, with words in the customer's language alone", async () => {
    const found = await givenDeclined();
    clock.advance(17);
    await sweepClocks(api.house);
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "DECLINED" });
    const told = await api.house.db
      .selectFrom("case_message")
      .select(["thread", "body"])
      .where("case_id", "=", found.caseId)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    expect(told.thread).toBe("CUSTOMER");
    expect(told.body).toMatch(/^The time to contest is over[ -~]*$/);
  });

  test("leaves a case that was contested in time where it is", async () => {
    const found = await givenDeclined();
    await actOn(api, customerActor(found.caseId, ""), found.caseId, {
      action: "CONTEST_DECISION",
      input: { message: "It is this shop." },
    });
    clock.advance(17);
    await sweepClocks(api.house);
    expect(await caseRow(api, found.caseId)).toMatchObject({ state: "NEGOTIATING" });
  });
});

test("workers that sweep at once do each thing once", async () => {
  const cases = [await givenAsked(), await givenDeclined(), await givenAsked(), await givenDeclined()];
  clock.advance(20);
  await Promise.all(Array.from({ length: 6 }, () => sweepClocks(api.house)));
  // Whatever one of them met just as another acted is done at the next turn.
  await sweepClocks(api.house);
  for (const { caseId } of cases) {
    expect(await caseRow(api, caseId)).toMatchObject({ state: "CLOSED" });
    const kinds = await eventKinds(api, caseId);
    expect(kinds.filter((kind) => kind === "RECORD_CLOCK_BREACH")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "EXPIRE" || kind === "CLOSE")).toHaveLength(1);
  }
});

test("a customer who answers just as the clock is swept is heard, or the case has expired, never both", async () => {
  for (let round = 0; round < 5; round++) {
    const found = await givenAsked();
    clock.advance(9);
    const { version } = await caseRow(api, found.caseId);
    const customer = { ...api.house, actor: customerActor(found.caseId, ""), locale: "en" as const };
    const [answer] = await Promise.all([
      performCaseAction(customer, {
        action: "PROVIDE_INFORMATION",
        input: { message: "Here it is." },
        caseId: found.caseId,
        expectedVersion: version,
        idempotencyKey: newId(),
      }),
      sweepClocks(api.house),
    ]);
    const { state } = await caseRow(api, found.caseId);
    const kinds = await eventKinds(api, found.caseId);
    expect(kinds.includes("PROVIDE_INFORMATION")).toBe(answer.ok);
    expect(kinds.includes("EXPIRE")).toBe(!answer.ok);
    expect(state).toBe(answer.ok ? "NEW" : "CLOSED");
  }
});

test("the step that a worker died before is taken by the next", async () => {
  const found = await givenAsked();
  clock.advance(9);
  await actOn(api, systemActor, found.caseId, {
    action: "RECORD_CLOCK_BREACH",
    input: { rule: "customer-information" },
  });
  await sweepClocks(api.house);
  expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "EXPIRED" });
});

test("a closed case's reopen window ends without an event, and is not swept again", async () => {
  const found = await givenCase(api);
  await actOn(api, customerActor(found.caseId, ""), found.caseId, { action: "WITHDRAW", input: { message: null } });
  const before = await caseRow(api, found.caseId);
  clock.advance(32);
  expect((await sweepClocks(api.house)).ended).toBeGreaterThan(0);
  expect((await sweepClocks(api.house)).ended).toBe(0);
  const after = await caseRow(api, found.caseId);
  expect(after).toMatchObject({ version: before.version + 1, chain_head: before.chain_head, due_at: noDeadline });
  const { "reopen-window": window } = await clocksOf(found.caseId);
  expect(window?.state).toBe("MET");
  expect(window?.ended_at).toEqual(window?.due_at);
});

test("a date that could not be said is said as soon as its calendar is there, without an event", async () => {
  const found = await givenCase(api);
  const { "decide-request": known } = await clocksOf(found.caseId);
  await api.house.db.updateTable("case_clock").set({ due_at: null }).where("case_id", "=", found.caseId).execute();
  await api.house.db.updateTable("cases").set({ due_at: noDeadline }).where("id", "=", found.caseId).execute();
  expect((await sweepClocks(api.house)).dated).toBe(1);
  expect((await clocksOf(found.caseId))["decide-request"]?.due_at).toEqual(known?.due_at);
  expect(await caseRow(api, found.caseId)).toMatchObject({ due_at: known?.due_at, version: 2, event_count: 1 });
  expect((await sweepClocks(api.house)).dated).toBe(0);
});

test("a sweep that is told to stop, stops", async () => {
  const found = await givenAsked();
  clock.advance(9);
  await sweepClocks(api.house, AbortSignal.abort());
  expect(await caseRow(api, found.caseId)).toMatchObject({ state: "AWAITING_CUSTOMER" });
});
