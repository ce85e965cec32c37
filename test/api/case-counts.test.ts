import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldCaseCounts } from "../../server/cases/actions/fold-case-counts.ts";
import { performOnLatest } from "../../server/cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

type Filter = Readonly<Record<string, unknown>>;
type Client = Pick<ReturnType<TestApi["as"]>, "query">;

async function counted(client: Client, filter: Filter): Promise<Record<string, number>> {
  const { data } = await client.query<{ caseCounts: { state: string; count: number }[] }>(
    "query ($filter: CaseFilter) { caseCounts(filter: $filter) { state count } }",
    { filter },
  );
  return Object.fromEntries(data.caseCounts.map(({ state, count }) => [state, count]));
}

/** The same by reading the cases themselves, page by page. */
async function listed(client: Client, filter: Filter): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let after: string | null = null, more = true; more; ) {
    const { data }: { data: { cases: Page } } = await client.query<{ cases: Page }>(
      "query ($filter: CaseFilter, $after: String) { cases(filter: $filter, first: 100, after: $after) { edges { node { state } } pageInfo { hasNextPage endCursor } } }",
      { filter, after },
    );
    for (const { node } of data.cases.edges) counts[node.state] = (counts[node.state] ?? 0) + 1;
    ({ hasNextPage: more, endCursor: after } = data.cases.pageInfo);
  }
  return counts;
}
interface Page {
  readonly edges: readonly { readonly node: { readonly state: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A walk that is random and yet the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe("the counters", () => {
  test("equal a count of the cases after several people did what they liked at once, folded at any moment", async () => {
    const owner = { merchantId: api.own.merchantId, institutionId: api.own.institutionId };
    const found = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        givenCase(api, { amount: money(9_000n + 30_000n * BigInt(n), "CNY"), ...(n % 2 === 0 && owner) }),
      ),
    );
    const { staffId } = api.as("SUPPORT_AGENT");
    const moves: readonly CaseMove[] = [
      { action: "BEGIN_VERIFICATION", input: {} },
      { action: "RECORD_MERCHANT_ANSWER", input: { confirms: true, message: "Yes" } },
      { action: "REQUEST_INFORMATION", input: { message: "The slip, please" } },
      { action: "PROVIDE_INFORMATION", input: { message: "Here" } },
      { action: "DECLINE_REQUEST", input: { reason: "No", overrideReason: "No" } },
      { action: "CONTEST_DECISION", input: { message: "But" } },
      { action: "MAKE_OFFER", input: { amount: money(1_000n, "CNY"), message: "This?", overrideReason: "To end it." } },
      { action: "REJECT_OFFER", input: { message: "More" } },
      { action: "ASSIGN", input: { assigneeId: staffId } },
      { action: "ASSIGN", input: { assigneeId: null } },
      { action: "WITHDRAW", input: { message: null } },
      { action: "REOPEN", input: { reason: "After all" } },
      { action: "ADD_NOTE", input: { message: "Hm" } },
    ];
    const actor = await findStaffActor(api.house.db, api.as("SUPERVISOR").staffId, api.house.clock.now());
    if (actor === null) throw new Error("The supervisor is not there");
    const walk = async (seed: number) => {
      const next = chance(seed);
      for (let step = 0; step < 40; step++) {
        const [target, move] = [found[next(found.length)], moves[next(moves.length)]];
        if (target === undefined || move === undefined) throw new Error("The walk left its cases");
        await performOnLatest({ ...api.house, actor, locale: "en" }, { caseId: target.caseId, move, key: newId() });
        if (next(9) === 0) await foldCaseCounts(api.house.db);
      }
    };
    await Promise.all([1, 2, 3, 4, 5].map(walk));

    const merchantId = toGlobalId("Merchant", api.own.merchantId);
    const assigneeId = toGlobalId("Staff", staffId);
    const filters: readonly Filter[] = [
      { open: true },
      { open: false },
      { open: true, needsAction: true },
      { open: true, assigneeId },
      { open: true, unassigned: true },
      { open: true, mine: true, unassigned: true },
      { open: true, merchantId },
      { open: true, waitsOn: ["CUSTOMER", "MERCHANT"] },
      { open: true, states: ["NEW", "VERIFYING"], unassigned: true },
      // The counters do not tell these apart: counted one by one.
      { open: true, merchantId, unassigned: true },
      { open: true, reasons: ["NOT_AS_DESCRIBED"] },
    ];
    const clients = [
      api.as("SUPPORT_AGENT"),
      api.as("SUPERVISOR"),
      api.as("MERCHANT_VERIFIER"),
      api.as("BANK_OFFICER"),
    ];
    const compare = async () => {
      for (const client of clients)
        for (const filter of filters)
          expect([filter, await counted(client, filter)]).toEqual([filter, await listed(client, filter)]);
    };
    await compare();
    await Promise.all([foldCaseCounts(api.house.db), foldCaseCounts(api.house.db)]);
    expect(await api.house.db.selectFrom("case_count_delta").selectAll().execute()).toEqual([]);
    await compare();
    expect(Object.values(await counted(api.as("SUPPORT_AGENT"), { open: true })).length).toBeGreaterThan(1);
  });

  test("nobody is asked to approve what they proposed themselves, and it is not counted for them", async () => {
    const proposer = await api.another("SUPERVISOR");
    const before = await counted(proposer, { needsAction: true });
    const { caseId } = await givenCase(api);
    await api.house.db
      .updateTable("cases")
      .set({ state: "AWAITING_APPROVAL", waits_on: "SUPERVISOR", proposed_by_id: proposer.staffId })
      .where("id", "=", caseId)
      .execute();
    expect(await counted(proposer, { needsAction: true })).toEqual(before);
    expect(await listed(proposer, { needsAction: true })).toEqual(before);
    const other = await counted(api.as("SUPERVISOR"), { needsAction: true });
    expect(other["AWAITING_APPROVAL"]).toBe(1);
    expect(await counted(api.as("SUPPORT_AGENT"), { needsAction: true })).not.toHaveProperty("AWAITING_APPROVAL");
  });

  test("whoever stands in for a colleague is asked for that colleague's approvals, but for what either of them proposed", async () => {
    const [away, standIn, stranger] = [
      await api.another("SUPERVISOR"),
      await api.another("SUPPORT_AGENT"),
      await api.another("SUPPORT_AGENT"),
    ];
    const now = api.clock.now().getTime();
    await api.house.db
      .insertInto("delegation")
      .values({
        id: newId(),
        ...{ staff_id: away.staffId, delegate_id: standIn.staffId, created_at: new Date(now) },
        ...{ starts_at: new Date(now - 1000), ends_at: new Date(now + 86_400_000) },
      })
      .execute();
    const waiting = async (client: SignedIn) => {
      const [rows, counts] = [
        await listed(client, { needsAction: true, states: ["AWAITING_APPROVAL"] }),
        await counted(client, { needsAction: true, states: ["AWAITING_APPROVAL"] }),
      ];
      expect(counts).toEqual(rows);
      return counts["AWAITING_APPROVAL"] ?? 0;
    };
    const before = await waiting(standIn);
    for (const proposer of [away, standIn, stranger]) {
      const { caseId } = await givenCase(api);
      await api.house.db
        .updateTable("cases")
        .set({ state: "AWAITING_APPROVAL", waits_on: "SUPERVISOR", proposed_by_id: proposer.staffId })
        .where("id", "=", caseId)
        .execute();
    }
    expect([await waiting(standIn), await waiting(stranger)]).toEqual([before + 1, 0]);
  });

  test("are read by one statement", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const few = await countStatements(api.house.database, () => counted(agent, {}));
    expect(await countStatements(api.house.database, () => counted(agent, { needsAction: true, open: true }))).toBe(
      few,
    );
  });
});

describe("a filter", () => {
  const one = (filter: Filter) => listed(api.as("SUPPORT_AGENT"), filter);

  test("tells cases apart by channel, origin, network, amount, and the day they were opened on", async () => {
    const currency = "JPY";
    await givenCase(api, { amount: money(500n, currency), channel: "COUNTER", origin: "MERCHANT" });
    await givenCase(api, { amount: money(1_500n, currency), channel: "PHONE" });
    const both = { NEW: 2 };
    expect(await one({ currency })).toEqual(both);
    expect(await one({ currency, channels: ["COUNTER"] })).toEqual({ NEW: 1 });
    expect(await one({ currency, origins: ["MERCHANT"] })).toEqual({ NEW: 1 });
    expect(await one({ currency, amountAtLeastMinor: "500", amountAtMostMinor: "500" })).toEqual({ NEW: 1 });
    expect(await one({ currency, networks: ["AMEX"] })).toEqual({});
    const today = "2026-03-10";
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ cases: { edges: { node: { openedAt: string } }[] } }>(
        "query ($filter: CaseFilter) { cases(filter: $filter) { edges { node { openedAt } } } }",
        { filter: { currency } },
      );
    const on = new Date(new Date(data.cases.edges[0]?.node.openedAt ?? today).getTime() + 8 * 3_600_000)
      .toISOString()
      .slice(0, 10);
    expect(await one({ currency, openedFrom: on, openedUntil: on })).toEqual(both);
    const before = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
    expect(await one({ currency, openedUntil: before })).toEqual({});
  });

  test("by amount goes through pages from the highest down, and needs one currency", async () => {
    const currency = "THB";
    for (const minor of [300n, 900n, 900n, 100n]) await givenCase(api, { amount: money(minor, currency) });
    const seen: string[] = [];
    const page = `query ($after: String) { cases(filter: { currency: "${currency}" }, orderBy: AMOUNT, first: 1, after: $after) {
      edges { node { amount { minor } } } pageInfo { endCursor hasNextPage } } }`;
    interface Answer {
      readonly cases: Pick<Page, "pageInfo"> & {
        readonly edges: readonly { readonly node: { readonly amount: { readonly minor: string } } }[];
      };
    }
    for (let after: string | null = null, more = true; more; ) {
      const { data }: { data: Answer } = await api.as("SUPPORT_AGENT").query<Answer>(page, { after });
      seen.push(...data.cases.edges.map(({ node }) => node.amount.minor));
      ({ hasNextPage: more, endCursor: after } = data.cases.pageInfo);
    }
    expect(seen).toEqual(["900", "900", "300", "100"]);
    const { errors } = await api.as("SUPPORT_AGENT").query("{ cases(orderBy: AMOUNT) { edges { node { id } } } }");
    expect(errors[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });
});
