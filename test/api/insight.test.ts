import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketsOf } from "../../server/insight/domain/periods.ts";
import { type BucketSize, measureNames } from "../../server/insight/domain/words.ts";
import { measureQueries } from "../../server/insight/queries/measure-queries.ts";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { staffActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenMerchant } from "../support/given-rows.ts";
import { type NaivePoint, naiveMeasures } from "../support/naive-measures.ts";
import { type RandomCase, randomCases, storeRandomCases } from "../support/random-desk.ts";

let api: TestApi;
let cases: readonly RandomCase[];
let versionId: string;
beforeAll(async () => {
  api = await startTestApi();
  const { db } = api.house;
  versionId = (await db.selectFrom("policy_version").select("id").executeTakeFirstOrThrow()).id;
  const merchants = [api.own.merchantId, await givenMerchant(db), await givenMerchant(db)];
  cases = randomCases(api.clock.now(), merchants, 20_261_129, 400);
  await storeRandomCases(db, cases, versionId);
});
afterAll(() => api.close());

interface Point extends NaivePoint {
  readonly share: number | null;
  readonly standing: string | null;
  readonly network: string | null;
  readonly merchant: { readonly id: string } | null;
}
interface Answer {
  readonly insight: readonly { readonly name: (typeof measureNames)[number]; readonly points: readonly Point[] }[];
}

const document = `query ($period: InsightPeriod!, $filter: InsightFilter) { insight(period: $period, filter: $filter) { name
  points { from part count of share medianHours slowHours money { minor currency } standing network merchant { id } } } }`;

async function ask(by: BucketSize, filter: object = {}, days = 60) {
  const today = deskDay(api.clock.now());
  const period = { from: addDays(today, -days), until: today, by };
  const { data } = await api.as("SUPERVISOR").query<Answer>(document, { period, filter });
  const spans = bucketsOf(period, by);
  if (typeof spans === "string") throw new Error(spans);
  return { found: new Map(data.insight.map(({ name, points }) => [name, points])), spans };
}

/** What the naive reckoning says too, of what was answered. */
function essence(points: readonly Point[] | undefined, like: readonly NaivePoint[]): readonly NaivePoint[] {
  return (points ?? []).map(({ from, part, count, of, medianHours, slowHours, money }, index) => ({
    ...{ from, part, count, of },
    ...(like[index]?.medianHours !== undefined && { medianHours, slowHours }),
    ...(like[index]?.money !== undefined && { money }),
  }));
}

/** Hours are fractions, and may differ in their last digits. */
const near = (hours: number | null | undefined) => (hours == null ? hours : expect.closeTo(hours, 5));
const expected = (points: readonly NaivePoint[]) =>
  points.map((point) =>
    point.medianHours === undefined
      ? point
      : { ...point, medianHours: near(point.medianHours), slowHours: near(point.slowHours) },
  );

const narrowings = {
  "of everything": { filter: () => ({}), keeps: () => true },
  "of one merchant": {
    filter: () => ({ merchantId: toGlobalId("Merchant", api.own.merchantId) }),
    keeps: (one: RandomCase) => one.merchantId === api.own.merchantId,
  },
  "of two networks": {
    filter: () => ({ networks: ["VISA", "UNIONPAY"] }),
    keeps: (one: RandomCase) => one.network !== "MASTERCARD",
  },
  "of one reason": {
    filter: () => ({ reasons: ["DUPLICATE_CHARGE"] }),
    keeps: (one: RandomCase) => one.reason === "DUPLICATE_CHARGE",
  },
  "of one policy version": {
    filter: () => ({ policyVersionIds: [toGlobalId("PolicyVersion", versionId)] }),
    keeps: (one: RandomCase) => one.isDecided,
  },
} as const;
const narrowed = Object.entries(narrowings).flatMap(([name, narrowing]) =>
  (["DAY", "WEEK", "MONTH"] as const).map((by) => [name, by, narrowing] as const),
);

describe("every measure is what its definition says, reckoned in plain loops over the same cases", () => {
  test.each(narrowed)("%s, by %s", async (_name, by, { filter, keeps }) => {
    const { found, spans } = await ask(by, filter());
    const naive = naiveMeasures(cases.filter(keeps), spans, api.clock.now());
    for (const [name, points] of Object.entries(naive)) {
      const answered = found.get(name as keyof typeof naive);
      expect(essence(answered, points), name).toEqual(expected(points));
    }
  });

  test("a merchant's disputes are held against its sales of that month, for Mastercard of the month before", async () => {
    const { found } = await ask("MONTH");
    const points = found.get("DISPUTE_RATIO") ?? [];
    expect(points.length).toBeGreaterThan(5);
    for (const { from, count, of, network, merchant } of points) {
      const theirs = cases.filter(
        (one) => toGlobalId("Merchant", one.merchantId) === merchant?.id && one.network === network,
      );
      const month = (from ?? "").slice(0, 7);
      const before = addDays(`${month}-01` as never, -1).slice(0, 7);
      const inMonth = (wanted: string) => (at: Date) => deskDay(at).startsWith(wanted);
      expect(theirs.flatMap(({ disputes }) => disputes.filter(inMonth(month)))).toHaveLength(count);
      const salesMonth = network === "MASTERCARD" ? before : month;
      expect(theirs.flatMap(({ sales }) => sales.filter(inMonth(salesMonth)))).toHaveLength(of ?? -1);
    }
  });
});

describe("who sees which numbers", () => {
  test("somebody of a merchant who may see them sees those of their own cases alone, in every measure", async () => {
    const { merchantId } = api.own;
    const member = { id: api.as("MERCHANT_VERIFIER").staffId, name: "m", merchantId, institutionId: null };
    const merchant = staffActor({ ...member, roles: builtInBook, role: "MERCHANT_VERIFIER" });
    const { spans } = await ask("WEEK");
    const question = { buckets: spans, filter: {}, now: api.clock.now() };
    const everyones = staffActor({ ...member, roles: builtInBook, merchantId: null, role: "SUPERVISOR" });
    for (const name of measureNames) {
      const theirs = await measureQueries[name](api.house.db, merchant, question);
      const filtered = await measureQueries[name](api.house.db, everyones, { ...question, filter: { merchantId } });
      expect(theirs, name).toEqual(filtered);
      expect(await measureQueries[name](api.house.db, everyones, question), name).not.toEqual(theirs);
    }
  });

  test.each(["SUPPORT_AGENT", "MERCHANT_VERIFIER", "BANK_OFFICER", "TRAINER"] as const)(
    "%s has not the right, and gets none",
    async (role) => {
      const period = { from: "2026-01-01", until: "2026-01-02", by: "DAY" };
      const { data } = await api.as(role).query<Answer>(document, { period });
      expect(data.insight).toEqual([]);
    },
  );
});

test("a period that runs backwards, is too long or is cut too fine is the caller's mistake", async () => {
  for (const period of [
    { from: "2026-02-02", until: "2026-02-01", by: "DAY" },
    { from: "2020-01-01", until: "2026-02-01", by: "MONTH" },
    { from: "2025-01-01", until: "2025-12-31", by: "DAY" },
  ]) {
    const { errors } = await api.as("SUPERVISOR").query(document, { period });
    expect(errors[0]?.extensions?.code, JSON.stringify(period)).toBe("BAD_USER_INPUT");
  }
});

test("asking for two years takes as many statements as asking for a week", async () => {
  const some = await countStatements(api.house.database, () => ask("DAY", {}, 6));
  expect(await countStatements(api.house.database, () => ask("MONTH", {}, 700))).toBe(some);
});
