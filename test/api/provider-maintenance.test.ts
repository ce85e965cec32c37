import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCalendars, toBook } from "../../server/clocks/queries/find-calendars.ts";
import { heldHouse } from "../../server/demo/actions/held-house.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import type { Provider } from "../../server/providers/provider.ts";
import { simulatedAcquirer } from "../../server/providers/simulated-acquirer.ts";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import { planMaintenance } from "../../server/refunds/actions/plan-maintenance.ts";
import { expectedArrival } from "../../server/refunds/domain/expected-arrival.ts";
import { askAboutRefund } from "../../server/refunds/jobs/ask-about-refund.ts";
import { refundJobs } from "../../server/refunds/jobs/refund-jobs.ts";
import { submitRefund } from "../../server/refunds/jobs/submit-refund.ts";
import { sweepRefunds } from "../../server/refunds/jobs/sweep-refunds.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { staffActorOf } from "../support/given-case.ts";
import { givenSale } from "../support/given-rows.ts";
import { caseOf, givenCheckedCase, refundOf } from "../support/refund-desk.ts";
import { until } from "../support/until.ts";

let api: TestApi;
let simulator: Simulator;
beforeAll(async () => {
  [api, simulator] = await Promise.all([startTestApi(), startSimulator({ settleAfterMs: 0 })]);
});
afterAll(async () => {
  await api.close();
  await simulator.stop();
});
beforeEach(async () => {
  await api.house.db.updateTable("provider_maintenance").set({ cancelled_at: api.clock.now() }).execute();
});

const hourMs = 3_600_000;
const after = (hours: number) => new Date(api.clock.now().getTime() + hours * hourMs);

interface Window {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly history: readonly { readonly kind: string }[];
}
interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly string[];
  readonly maintenance?: Window;
}
const KEPT = `__typename ... on ProviderMaintenanceRefused { reasons }
  ... on ProviderMaintenanceKept { maintenance { id version state history { kind by { name } } } }`;

async function ask(verb: "plan" | "stop", input: object, who: SignedIn = api.as("ADMINISTRATOR")): Promise<Answer> {
  const type = verb === "plan" ? "PlanProviderMaintenanceInput" : "StopProviderMaintenanceInput";
  const { data, errors } = await who.query<{ answer: Answer } | null>(
    `mutation ($input: ${type}!) { answer: ${verb}ProviderMaintenance(input: $input) { ${KEPT} } }`,
    { input },
  );
  if (data === null) throw new Error(errors[0]?.extensions?.code ?? "no answer");
  return data.answer;
}
const aPlan = (from: number, to: number, more: object = {}) => ({
  ...{ provider: "simulated-acquirer", startsAt: after(from), endsAt: after(to) },
  ...{ reasonZh: "收单机构升级", reasonEn: "The acquirer is upgraded", ...more },
});
async function planned(from: number, to: number): Promise<Window> {
  const { maintenance } = await ask("plan", aPlan(from, to));
  if (maintenance === undefined) throw new Error("It was not planned");
  return maintenance;
}
const stop = ({ id: windowId }: Window, expectedVersion = 1) => ask("stop", { windowId, expectedVersion });
const kinds = (answers: readonly Answer[]) => answers.map(({ __typename }) => __typename).sort();
const windows = () =>
  api.house.db.selectFrom("provider_maintenance").selectAll().where("cancelled_at", "is", null).execute();

/** A refund that an agent has approved and nothing has sent yet. */
async function givenQueued() {
  const { house, own } = api;
  const id = await givenSale(house.db, own.merchantId, 2_000_000n);
  const caseId = await givenCheckedCase(house, { id, merchantId: own.merchantId, reference: `A-${id}` }, 10_000n);
  const { version } = await caseOf(house, caseId);
  const amount = { minor: "10000", currency: "CNY" };
  const input = { caseId: toGlobalId("Case", caseId), expectedVersion: version, idempotencyKey: newId(), amount };
  await api
    .as("SUPPORT_AGENT")
    .query("mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) { __typename } }", {
      input: { ...input, reason: "seen at the counter" },
    });
  return { caseId, refundId: (await refundOf(house, caseId)).id };
}
const work = () => ({
  house: api.house,
  providers: { "simulated-acquirer": simulatedAcquirer({ url: simulator.url }) },
  signal: new AbortController().signal,
});
const sent = (refundId: string) =>
  api.house.db
    .selectFrom("refund_attempt")
    .select(["operation"])
    .where("refund_id", "=", refundId)
    .where("operation", "=", "SUBMIT")
    .execute();
/** A worker has taken the job that the approval asked for. */
const takeJobs = (refundId: string) =>
  api.house.database.pool.query("delete from jobs.job where data ->> 'refundId' = $1", [refundId]);
/** What waits for a refund, with the moment before which it is not begun where that is still to come. */
const jobsOf = async (refundId: string) =>
  (
    await api.house.database.pool.query<{ name: string; start_after: Date }>(
      "select name, start_after from jobs.job where data ->> 'refundId' = $1 order by start_after",
      [refundId],
    )
  ).rows.map(({ name, start_after: from }) => (from > new Date() ? `${name} ${from.toISOString()}` : name));
async function heldBackOf(caseId: string, language = "en") {
  const query = "query ($id: ID!) { case(id: $id) { refunds { state heldBack { until reason } } } }";
  const variables = { id: toGlobalId("Case", caseId) };
  const { body } = await api.as("SUPPORT_AGENT").send({ query, variables }, { "accept-language": language });
  return (body as { data: { case: { refunds: readonly { heldBack: object | null }[] } } }).data.case.refunds[0];
}

describe("a refund whose provider is in maintenance", () => {
  test("waits and says why and until when; at the planned end it is asked for again and sent once", async () => {
    await planned(-1, 2);
    const ends = (await windows())[0]?.ends_at;
    const { caseId, refundId } = await givenQueued();
    await takeJobs(refundId);
    await submitRefund(work(), refundId);
    expect(await sent(refundId)).toEqual([]);
    expect(await refundOf(api.house, caseId)).toMatchObject({ state: "QUEUED", next_step_at: ends });
    expect(await heldBackOf(caseId)).toMatchObject({ heldBack: { reason: "The acquirer is upgraded" } });
    expect(await heldBackOf(caseId, "zh-CN")).toMatchObject({ heldBack: { reason: "收单机构升级" } });
    await sweepRefunds(api.house);
    expect(await jobsOf(refundId), "a job for the very end, and none before").toEqual([
      `submit-refund ${ends?.toISOString()}`,
    ]);
    await takeJobs(refundId);

    api.clock.advance({ hours: 2, minutes: 1 });
    await sweepRefunds(api.house);
    expect(await jobsOf(refundId), "were that one lost").toEqual(["submit-refund"]);
    await Promise.all([submitRefund(work(), refundId), submitRefund(work(), refundId)]);
    await submitRefund(work(), refundId);
    expect(await sent(refundId)).toHaveLength(1);
    expect(await heldBackOf(caseId)).toMatchObject({ heldBack: null });
  });

  test("is expected by when it will be sent, not by when it was agreed to", async () => {
    const window = await planned(-1, 120);
    const ends = (await windows())[0]?.ends_at ?? new Date(0);
    const { caseId, refundId } = await givenQueued();
    const { expected_on: promised } = await refundOf(api.house, caseId);
    await takeJobs(refundId);
    await submitRefund(work(), refundId);
    const { expected_on: expected } = await refundOf(api.house, caseId);
    const calendars = toBook(await listCalendars(api.house.db));
    expect(expected).toBe(expectedArrival(ends, defaultPolicy, calendars));
    expect(expected).not.toBe(promised);
    // Sent before that after all, it is promised no earlier.
    await stop(window);
    await submitRefund(work(), refundId);
    expect(await sent(refundId)).toHaveLength(1);
    expect(await refundOf(api.house, caseId)).toMatchObject({ expected_on: expected });
  });

  test("is sent at once when an administrator ends it early, and once", async () => {
    const window = await planned(-1, 5);
    const { refundId } = await givenQueued();
    await takeJobs(refundId);
    await submitRefund(work(), refundId);
    expect(await stop(window)).toMatchObject({
      maintenance: { state: "ENDED", version: 2, history: [{ kind: "PLANNED", by: {} }, { kind: "ENDED_EARLY" }] },
    });
    const plannedEnd = expect.stringMatching(/^submit-refund \d/);
    expect(await jobsOf(refundId)).toEqual(["submit-refund", plannedEnd]);
    await submitRefund(work(), refundId);
    await submitRefund(work(), refundId);
    expect(await sent(refundId)).toHaveLength(1);
  });

  test("is not sent by the job of the planned end where its provider has put it off since", async () => {
    const window = await planned(-1, 5);
    const { caseId, refundId } = await givenQueued();
    await takeJobs(refundId);
    await submitRefund(work(), refundId);
    const [ofThePlannedEnd] = (
      await api.house.database.pool.query("select data from jobs.job where data ->> 'refundId' = $1", [refundId])
    ).rows;
    await stop(window);
    const tomorrow = new Date(api.clock.now().getTime() + 86_400_000);
    const full: Provider = {
      submitRefund: async () => ({ answer: "NOT_TAKEN", code: "FULL", until: tomorrow }),
      queryRefund: async () => ({ answer: "NEVER_RECEIVED" }),
    };
    await submitRefund({ ...work(), providers: { "simulated-acquirer": full } }, refundId);
    const { state, next_step_at } = await refundOf(api.house, caseId);
    expect([state, next_step_at]).toEqual(["QUEUED", tomorrow]);
    const { "submit-refund": begin } = refundJobs(work().providers);
    await begin(api.house, ofThePlannedEnd.data, work().signal);
    expect(await sent(refundId)).toHaveLength(1);
    await begin(api.house, { refundId }, work().signal);
    expect(await sent(refundId)).toHaveLength(2);
  });

  test("is still asked about where it was sent before", async () => {
    const { caseId, refundId } = await givenQueued();
    const lost: Provider = {
      submitRefund: async () => ({ answer: "NO_ANSWER", code: "TIMEOUT" }),
      queryRefund: async () => ({ answer: "SETTLED", reference: "R-1" }),
    };
    const overLostRoad = { ...work(), providers: { "simulated-acquirer": lost } };
    await submitRefund(overLostRoad, refundId);
    expect((await refundOf(api.house, caseId)).state).toBe("UNKNOWN");
    await planned(-1, 5);
    await askAboutRefund(overLostRoad, refundId);
    expect(await sent(refundId)).toHaveLength(1);
    expect((await refundOf(api.house, caseId)).state).toBe("SETTLED");
  });
});

describe("a window", () => {
  test("of two at once one is planned, and the other is told that it overlaps", async () => {
    const answers = await Promise.all([ask("plan", aPlan(10, 12)), ask("plan", aPlan(11, 13))]);
    expect(kinds(answers)).toEqual(["ProviderMaintenanceKept", "ProviderMaintenanceRefused"]);
    expect(await windows()).toHaveLength(1);
    expect((await ask("plan", aPlan(13, 14))).__typename).toBe("ProviderMaintenanceKept");
  });

  test("is refused with every reason, and nothing is written", async () => {
    const answer = await ask("plan", aPlan(-1, -2, { provider: "nobody", reasonZh: " ", reasonEn: "" }));
    expect(answer.reasons).toHaveLength(4);
    expect((await ask("plan", aPlan(1, 200))).reasons).toEqual([expect.stringMatching(/7 days at most/)]);
    expect(await windows()).toEqual([]);
  });

  test("that has not begun is cancelled once, and of two at once the second is told that it is stale", async () => {
    const window = await planned(3, 4);
    const answers = await Promise.all([stop(window), stop(window)]);
    expect(kinds(answers)).toEqual(["ProviderMaintenanceKept", "StaleProviderMaintenance"]);
    expect((await stop(window, 2)).__typename).toBe("ProviderMaintenanceRefused");
    expect((await ask("stop", { windowId: newId(), expectedVersion: 1 })).__typename).toBe(
      "ProviderMaintenanceNotFound",
    );
  });

  test.each(["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"] as const)("is no matter of a %s", async (role) => {
    await expect(ask("plan", aPlan(1, 2), api.as(role))).rejects.toThrow("FORBIDDEN");
    expect(await windows()).toEqual([]);
  });
});

test("a provider's page says how it answered lately and what waits for it", async () => {
  await planned(-1, 1);
  const { data } = await api.as("ADMINISTRATOR").query<{ paymentProviders: readonly object[] }>(
    `{ paymentProviders { code name kinds traffic { exchanges declined unanswered lastAnsweredAt waiting }
      maintenance { state reason startsAt endsAt } } }`,
  );
  expect(data.paymentProviders).toMatchObject([
    { code: "simulated-acquirer", name: "Simulated acquirer", traffic: { declined: 0, unanswered: 1, waiting: 0 } },
  ]);
});

test("a refund that is about to be sent while a window is being written waits for it, and is held back", async () => {
  const { caseId, refundId } = await givenQueued();
  await takeJobs(refundId);
  const actor = await staffActorOf(api, "ADMINISTRATOR");
  const locks = () =>
    api.house.database.pool.query(
      "select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
    );
  let sending: Promise<void> | undefined;
  await api.house.db.transaction().execute(async (trx) => {
    const ctx = { ...heldHouse(api.house, trx), actor, locale: "en" as const };
    const reason = { zh: "收单机构升级", en: "The acquirer is upgraded" };
    await planMaintenance(ctx, { provider: "simulated-acquirer", startsAt: after(-1), endsAt: after(2), reason });
    sending = submitRefund(work(), refundId);
    // It has looked, and stands still until the window is written or given up.
    await until("the waiting", locks, ({ rowCount }) => rowCount === 1, 10_000);
    expect(await sent(refundId)).toEqual([]);
  });
  await sending;
  expect(await sent(refundId)).toEqual([]);
  expect(await refundOf(api.house, caseId)).toMatchObject({
    state: "QUEUED",
    next_step_at: (await windows())[0]?.ends_at,
  });
});
