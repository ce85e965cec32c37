import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listCalendars, toBook } from "../../server/clocks/queries/find-calendars.ts";
import type { CalendarBook } from "../../server/kernel/calendars.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { endOfDay } from "../../server/kernel/zoned-time.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { simulatedAcquirer } from "../../server/providers/simulated-acquirer.ts";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import { markSent } from "../../server/refunds/actions/mark-sent.ts";
import { expectedArrival } from "../../server/refunds/domain/expected-arrival.ts";
import { submitRefund } from "../../server/refunds/jobs/submit-refund.ts";
import { sweepRefunds } from "../../server/refunds/jobs/sweep-refunds.ts";
import { findRefund } from "../../server/refunds/queries/find-refund.ts";
import { script } from "../support/acquirer.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenMerchant, givenSale } from "../support/given-rows.ts";
import { act, caseOf, givenCheckedCase, givenStaff, refundOf } from "../support/refund-desk.ts";

let api: TestApi;
let simulator: Simulator;
let merchantId: string;
/** Of the desk itself: the years that come with the software end while these tests go on. */
let calendars: CalendarBook;
const policy = { ...defaultPolicy, arrivalWorkingDays: { from: 1, to: 15 }, appealWindowDays: 9 };
/** More than any holiday, less than what is promised: on whichever day this runs, what begins later ends later. */
const someDays = 12;

beforeAll(async () => {
  [api, simulator] = await Promise.all([startTestApi(), startSimulator({ settleAfterMs: 0 })]);
  merchantId = await shopWithPolicy();
  calendars = toBook(await listCalendars(api.house.db));
});
afterAll(async () => {
  await api.close();
  await simulator.stop();
});

/** A shop whose own policy promises other times than the desk's. */
async function shopWithPolicy(): Promise<string> {
  const { db, clock } = api.house;
  const id = await givenMerchant(db);
  const name = `merchant-${id}`;
  const label = { zh: "一家店", en: "a shop" };
  await db
    .insertInto("policy")
    .values({ name, scope: "MERCHANT", value: id, label, created_at: clock.now() })
    .execute();
  await db
    .insertInto("policy_version")
    .values({
      ...{ id: newId(), policy: name, version: 1, content: policy, content_hash: "x", change_note: "" },
      ...{ effective_from: new Date(0), effective_until: null, published_at: new Date(0) },
    })
    .execute();
  return id;
}

async function givenCase() {
  const id = await givenSale(api.house.db, merchantId, 50_000n);
  const sale = { id, merchantId, reference: `A-${id}` };
  return { sale, caseId: await givenCheckedCase(api.house, sale, 50_000n) };
}

const amount = { minor: 50_000n, currency: "CNY" };
const refund = async (caseId: string) =>
  act(api.house, await givenStaff(api.house, "SUPPORT_AGENT"), caseId, {
    action: "APPROVE_REFUND",
    input: { amount, reason: "Seen", messageToCustomer: null },
  });
const send = async (caseId: string) => {
  const providers = { "simulated-acquirer": simulatedAcquirer({ url: simulator.url }) };
  const work = { house: api.house, providers, signal: new AbortController().signal };
  await submitRefund(work, (await refundOf(api.house, caseId)).id);
};
const runsOf = (caseId: string, rule: string) =>
  api.house.db
    .selectFrom("case_clock")
    .select(["state", "due_at", "length"])
    .where("case_id", "=", caseId)
    .where("rule", "=", rule)
    .orderBy("started_at")
    .execute();
const endOf = (day: string | null) => endOfDay(String(day) as Parameters<typeof endOfDay>[0], "Asia/Shanghai");

describe("a refund's clock", () => {
  test("ends on the day on which the policy of its case promises the money, and starts anew when it is tried again", async () => {
    const { sale, caseId } = await givenCase();
    await script(simulator.url, [{ behave: "DECLINE", code: "51", original: sale.reference }]);
    await refund(caseId);
    const promised = expectedArrival(api.clock.now(), policy, calendars);
    expect(await refundOf(api.house, caseId)).toMatchObject({ expected_on: promised });
    expect(await runsOf(caseId, "refund-arrival")).toEqual([{ state: "RUNNING", due_at: endOf(promised), length: 15 }]);

    await send(caseId);
    api.clock.advance({ days: someDays });
    await act(api.house, await givenStaff(api.house, "SUPERVISOR"), caseId, { action: "RETRY_REFUND", input: {} });
    const again = expectedArrival(api.clock.now(), policy, calendars);
    expect(again).not.toBe(promised);
    expect(await refundOf(api.house, caseId)).toMatchObject({ expected_on: again });
    expect(await runsOf(caseId, "refund-arrival")).toMatchObject([
      { state: "CANCELLED", due_at: endOf(promised) },
      { state: "RUNNING", due_at: endOf(again) },
    ]);
    expect(await caseOf(api.house, caseId)).toMatchObject({ due_at: endOf(again) });
  });

  test("says that its length is the policy's, and shows the days", async () => {
    const { caseId } = await givenCase();
    await refund(caseId);
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ case: { clocks: readonly { rule: string }[] } }>(
        "query ($id: ID!) { case(id: $id) { clocks { rule source dueAtGiven dateKept proof { length days { number } } } } }",
        { id: toGlobalId("Case", caseId) },
      );
    const shown = data.case.clocks.find(({ rule }) => rule === "refund-arrival");
    expect(shown).toMatchObject({
      ...{ source: "The refund policy that holds for the case", dueAtGiven: false, dateKept: false },
      proof: { length: 15, days: expect.arrayContaining([{ number: 5 }]) },
    });
  });

  test("says the day of arrival of a refund that was sent while it could not be said", async () => {
    const { db, clock } = api.house;
    const { caseId } = await givenCase();
    await refund(caseId);
    const promised = expectedArrival(clock.now(), policy, calendars);
    const { id } = await refundOf(api.house, caseId);
    const ends = (due: Date | null) =>
      db.updateTable("case_clock").set({ due_at: due }).where("case_id", "=", caseId).where("ended_at", "is", null);
    await db.updateTable("refund").set({ expected_on: null }).where("id", "=", id).execute();
    await ends(null).execute();
    await sweepRefunds(api.house);
    expect(await refundOf(api.house, caseId)).toMatchObject({ expected_on: null });
    await ends(endOf(promised)).execute();
    await sweepRefunds(api.house);
    expect(await refundOf(api.house, caseId)).toMatchObject({ expected_on: promised });
  });

  test("of one that waits for the end of a maintenance counts from then, as its promise does", async () => {
    const { db, clock } = api.house;
    const { caseId } = await givenCase();
    await refund(caseId);
    const before = await caseOf(api.house, caseId);
    const ends = new Date(clock.now().getTime() + someDays * 86_400_000);
    const id = newId();
    await db
      .insertInto("provider_maintenance")
      .values({
        ...{ id, provider: "simulated-acquirer", starts_at: clock.now(), ends_at: ends, created_at: clock.now() },
        ...{ reason_zh: "升级", reason_en: "Upgrade" },
      })
      .execute();
    // Two jobs for one instruction, which both have read it before either holds it back.
    const read = await findRefund(db, (await refundOf(api.house, caseId)).id);
    if (read === undefined) throw new Error("There is no refund");
    expect([await markSent(api.house, read), await markSent(api.house, read)]).toEqual([null, null]);
    await db.deleteFrom("provider_maintenance").where("id", "=", id).execute();
    const expected = expectedArrival(ends, policy, calendars);
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "QUEUED", expected_on: expected });
    expect(await runsOf(caseId, "refund-arrival")).toMatchObject([
      { state: "CANCELLED" },
      { state: "RUNNING", due_at: endOf(expected), length: 15 },
    ]);
    const after = await caseOf(api.house, caseId);
    expect(after).toMatchObject({ due_at: endOf(expected) });
    expect(after.version).toBeGreaterThan(before.version);
  });
});

test("a refusal may be contested for as long as the policy of its case promises", async () => {
  const { caseId } = await givenCase();
  await act(api.house, await givenStaff(api.house, "SUPPORT_AGENT"), caseId, {
    action: "DECLINE_REQUEST",
    input: { reason: "No", overrideReason: "No" },
  });
  const last = new Date(api.clock.now().getTime() + 9 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(await runsOf(caseId, "appeal-window")).toMatchObject([{ due_at: endOf(last), length: 9 }]);
});
