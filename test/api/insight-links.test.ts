import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { readQueueAddress, toCaseFilter } from "../../web/desk/queue-address.ts";
import type { MeasureName } from "../../web/graphql/words.ts";
import { addressBehind, type Opened } from "../../web/insight/behind.ts";
import { narrowedDisputes, narrowedRefunds } from "../../web/pages/lists/narrowed-lists.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenMerchant } from "../support/given-rows.ts";
import { randomCases, storeRandomCases } from "../support/random-desk.ts";

let api: TestApi;
let versionId: string;
beforeAll(async () => {
  api = await startTestApi();
  const { db } = api.house;
  versionId = (await db.selectFrom("policy_version").select("id").executeTakeFirstOrThrow()).id;
  const merchants = [api.own.merchantId, await givenMerchant(db)];
  await storeRandomCases(db, randomCases(api.clock.now(), merchants, 7, 250), versionId);
});
afterAll(() => api.close());

type Point = Opened & { readonly count: number };
interface Answer {
  readonly insight: readonly { readonly name: MeasureName; readonly points: readonly Point[] }[];
}

/** Follows the list that an address shows to its end, as the page does. */
async function countListed(address: string): Promise<number> {
  const [path = "", words = ""] = address.split("?");
  const search = new URLSearchParams(words);
  const filters = {
    "/cases": () => [
      "cases",
      "CaseFilter",
      toCaseFilter(readQueueAddress(new URLSearchParams([...search, ["view", "all"]]), "all")),
    ],
    "/queue": () => ["cases", "CaseFilter", toCaseFilter(readQueueAddress(search, "action"))],
    "/refunds": () => ["refunds", "RefundFilter", narrowedRefunds(search)],
    "/disputes": () => ["disputes", "DisputeFilter", narrowedDisputes(search)],
  } as const;
  const list = filters[path as keyof typeof filters];
  const [field, type, filter] = list();
  const document = `query ($filter: ${type}, $after: String) { list: ${field}(filter: $filter, first: 100, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  interface Page {
    readonly list: {
      readonly edges: readonly object[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }
  let count = 0;
  for (let after: string | null = null, more = true; more; ) {
    const { data }: { data: Page } = await api.as("SUPERVISOR").query<Page>(document, { filter, after });
    count += data.list.edges.length;
    ({ hasNextPage: more, endCursor: after } = data.list.pageInfo);
  }
  return count;
}

test.each([
  ["with nothing narrowed", () => ({})],
  ["of one merchant", () => ({ merchant: toGlobalId("Merchant", api.own.merchantId) })],
  [
    "of one network, two reasons and a version",
    () => ({
      ...{ network: "VISA", reason: "OTHER,WRONG_AMOUNT,CANCELLED,DUPLICATE_CHARGE,NOT_AS_DESCRIBED" },
      version: toGlobalId("PolicyVersion", versionId),
    }),
  ],
])("whatever a number says, the list that it opens has just as many, %s", async (_name, narrowedBy) => {
  const narrowed: Readonly<Record<string, string>> = narrowedBy();
  const today = deskDay(api.clock.now());
  const cases = toCaseFilter(readQueueAddress(new URLSearchParams({ ...narrowed, view: "all" }), "all"));
  const { data } = await api.as("SUPERVISOR").query<Answer>(
    `query ($period: InsightPeriod!, $filter: InsightFilter) { insight(period: $period, filter: $filter) { name
       points { count from until part money { currency } network merchant { id } } } }`,
    { period: { from: addDays(today, -50), until: today, by: "WEEK" }, filter: cases },
  );
  const opened = data.insight.flatMap(({ name, points }) => points.map((point) => ({ name, point })));
  const told = opened.filter(({ point }) => point.count > 0);
  expect(new Set(told.map(({ name }) => name)).size).toBeGreaterThanOrEqual(9);
  for (const { name, point } of told) {
    const address = addressBehind(name, point, narrowed, today);
    expect(await countListed(address), `${name} ${address}`).toBe(point.count);
  }
});
