import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyEverything } from "../../server/audit/actions/verify-everything.ts";
import { chainNames } from "../../server/audit/domain/words.ts";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, caseRow, type GivenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
let noted: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  noted = await stage.newCase(api);
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, noted.caseId, { action: "ADD_NOTE", input: { message: "Sounds honest." } });
  await stage.newCase(api);
});
afterAll(() => api.close());

interface Entry {
  readonly id: string;
  readonly hash: string;
  readonly case: { readonly id: string };
  readonly event: { readonly kind: string; readonly actor: { readonly id: string } | null };
}
const LOG = `query ($filter: AuditLogFilter, $first: Int!, $after: String) {
  auditLog(filter: $filter, first: $first, after: $after) {
    edges { node { id hash case { id } event { kind actor { id } } } } pageInfo { hasNextPage endCursor } } }`;

async function logOf(
  filter: object = {},
  first = 100,
  after: string | null = null,
  role = "COMPLIANCE_OFFICER" as const,
) {
  const { data } = await api.as(role).query<{
    auditLog: { edges: { node: Entry }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  }>(LOG, { filter, first, after });
  return { entries: data.auditLog.edges.map(({ node }) => node), ...data.auditLog.pageInfo };
}

describe("the log", () => {
  test("is found by person, case, action, state, merchant and day, and by all of them at once", async () => {
    const { number } = await caseRow(api, noted.caseId);
    const actorId = toGlobalId("Staff", api.as("SUPPORT_AGENT").staffId);
    const merchantId = toGlobalId("Merchant", (await caseRow(api, noted.caseId)).merchant_id);
    const filter = { actorId, caseNumber: number, kinds: ["ADD_NOTE"], toState: "NEW", merchantId };
    for (const [name, value] of Object.entries(filter)) {
      const found = (await logOf({ [name]: value })).entries.filter(({ case: of }) => of.id === noted.id);
      expect(found.map(({ event }) => event.kind)).toContain("ADD_NOTE");
    }
    expect((await logOf(filter)).entries).toEqual([
      expect.objectContaining({ case: { id: noted.id }, event: { kind: "ADD_NOTE", actor: { id: actorId } } }),
    ]);
    expect((await logOf({ to: "2000-01-01" })).entries).toEqual([]);
    expect((await logOf({ from: "2000-01-01", to: "2999-01-01" })).entries.length).toBeGreaterThanOrEqual(3);
    expect((await logOf({ actorId: merchantId })).entries).toEqual([]);
  });

  test("is read page by page, each event once", async () => {
    const whole = (await logOf()).entries.map(({ id }) => id);
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof logOf>> = await logOf({}, 1, after);
      read.push(...page.entries.map(({ id }) => id));
      after = page.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    expect(read).toEqual(whole);
  });

  test("is nobody's who may not audit", async () => {
    for (const role of ["SUPPORT_AGENT", "MERCHANT_VERIFIER", "BANK_OFFICER", "TRAINER"] as const) {
      const { data } = await api.as(role).query<{ auditLog: { edges: object[] } }>(LOG, { first: 10 });
      expect(data.auditLog.edges).toEqual([]);
    }
  });
});

describe("verification on screen", () => {
  const CHAIN = "query ($id: ID!) { chainOfCase(caseId: $id) { head count fault brokenAt links { sequence hash } } }";

  test("shows a case's chain up to the head that the case keeps", async () => {
    const { data } = await api.as("COMPLIANCE_OFFICER").query<{
      chainOfCase: { head: string; count: number; fault: string | null; links: { hash: string }[] };
    }>(CHAIN, { id: noted.id });
    expect(data.chainOfCase).toMatchObject({ fault: null, count: 2 });
    expect(data.chainOfCase.links.at(-1)?.hash).toBe(data.chainOfCase.head);
  });

  test("names the first row that is not as it was written, now and in the last full run", async () => {
    const clean = await verifyEverything(api.house.db, api.clock, "NIGHTLY");
    await api.house.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql`update case_event set data = '{}' where case_id = ${noted.caseId} and sequence = 2`.execute(trx);
    });
    const { data } = await api.as("COMPLIANCE_OFFICER").query(CHAIN, { id: noted.id });
    expect(data).toMatchObject({ chainOfCase: { fault: "HASH_DIFFERS", brokenAt: 2 } });
    api.clock.advance({ minutes: 1 });
    await verifyEverything(api.house.db, api.clock, "COMMAND");
    const { number } = await caseRow(api, noted.caseId);
    const runs = await api.as("COMPLIANCE_OFFICER").query<{ auditRuns: { chains: { chain: string }[] }[] }>(
      `{ auditRuns { cause checkpoint moneyFaults
          chains { chain things links fault brokenId brokenName brokenSequence } } }`,
    );
    const intact = { fault: null, brokenId: null, brokenName: null, brokenSequence: null };
    const broken = { fault: "HASH_DIFFERS", brokenId: noted.id, brokenName: number, brokenSequence: 2 };
    const [found, before] = runs.data.auditRuns;
    expect(found).toMatchObject({ cause: "COMMAND", checkpoint: null, moneyFaults: 0 });
    expect(found?.chains.map(({ chain }) => chain)).toEqual(chainNames);
    expect(found?.chains[0]).toMatchObject({ chain: "CASE", things: 1, links: 2, ...broken });
    for (const chain of found?.chains.slice(1) ?? []) expect(chain).toMatchObject(intact);
    expect(before).toMatchObject({ cause: "NIGHTLY", checkpoint: clean.checkpoint, moneyFaults: 0 });
    expect(before?.chains[0]).toMatchObject({ chain: "CASE", things: 2, links: 3, ...intact });
    expect(clean.checkpoint).toMatch(/^[0-9a-f]{64}$/);
  });
});
