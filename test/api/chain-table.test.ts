import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChainName, chainNames } from "../../server/audit/domain/words.ts";
import { chains } from "../../server/audit/queries/chains/chain-table.ts";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { fromGlobalId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { attestPolicy } from "../../server/policies/actions/attest-policy.ts";
import { customerActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { actOn, staffActorOf } from "../support/given-case.ts";
import { givenSample } from "../support/given-sample.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { caseId } = await stage.declined(api);
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  await actOn(api, agent, caseId, { action: "ADD_NOTE", input: { message: "Sounds honest." } });
  const open = await stage.newCase(api);
  const evidenceId = fromGlobalId(await stage.givenUnlinkedFile(api, open.caseId))?.id ?? "";
  const file = { action: "ATTACH_EVIDENCE", input: { evidenceId, detail: {} } } as const;
  await actOn(api, customerActor(open.caseId, ""), open.caseId, file);
  await givenSample(api);
  const version = await api.house.db.selectFrom("policy_version").selectAll().executeTakeFirstOrThrow();
  await attestPolicy(
    { ...api.house, actor: agent, locale: "en" },
    { versionId: version.id, contentHash: version.content_hash },
  );
});
afterAll(() => api.close());

class Undone extends Error {}

/** What is found after that, which is then undone. As whoever owns the database, whom neither trigger nor check stops. */
async function afterTampering(tamper: (trx: Db) => Promise<unknown>) {
  let found: Awaited<ReturnType<typeof verifyChains>> | null = null;
  const tampered = api.house.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await tamper(trx);
    found = await verifyChains(trx);
    throw new Undone();
  });
  await expect(tampered).rejects.toThrow(Undone);
  return found as unknown as Awaited<ReturnType<typeof verifyChains>>;
}

const columnsOfDesk = async () =>
  (
    await sql<{ table: string; column: string; type: string }>`
      select table_name as table, column_name as column, data_type as type
      from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`.execute(api.house.db)
  ).rows;

/** Another value of the type, whatever stands there. */
const otherValue: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => "gen_random_uuid()",
  integer: (column) => `${column} + 7`,
  "timestamp with time zone": (column) => `coalesce(${column}, now()) + interval '1 second'`,
  jsonb: (column) => `${column} || '{"tampered": true}'`,
  bytea: (column) => `${column} || '\\x00'::bytea`,
};

/** Changes one column of one row, past every check that stands on the table. */
async function tamperWith(trx: Db, place: string) {
  const [table = "", column = ""] = place.split(".");
  const { rows } = await sql<{ name: string }>`
    select conname as name from pg_constraint where contype = 'c' and conrelid = ${table}::regclass`.execute(trx);
  for (const { name } of rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(trx);
  const type = (await columnsOfDesk()).find((at) => at.table === table && at.column === column)?.type ?? "";
  const value = otherValue[type];
  if (value === undefined) throw new Error(`${place} is of a type that nobody here tampers with: ${type}`);
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sql.raw(value(`"${column}"`))}
    where ctid = (select ctid from ${sql.table(table)} order by ctid limit 1)`.execute(trx);
  expect(numAffectedRows, place).toBe(1n);
}

test("as it was written everything verifies, and there is something of every kind", async () => {
  const { chains: reports, broken, checkpoint } = await verifyChains(api.house.db);
  expect(broken).toBeNull();
  expect(checkpoint).toMatch(/^[0-9a-f]{64}$/);
  expect(reports.map(({ chain }) => chain)).toEqual(chainNames);
  for (const { chain, links } of reports) expect(links, chain).toBeGreaterThan(0);
});

describe("whoever changes a row past the door is found, in", () => {
  const places = chainNames.flatMap((chain) =>
    chains[chain].proves.map((place): [ChainName, string] => [chain, place]),
  );
  test.each(places)("%s: %s", async (chain, place) => {
    const { chains: reports, checkpoint } = await afterTampering((trx) => tamperWith(trx, place));
    expect(checkpoint).toBeNull();
    const broken = reports.find((report) => report.chain === chain)?.broken;
    expect(broken).toMatchObject({ chain, fault: expect.any(String), name: expect.stringMatching(/./) });
  });
});

test("a policy that was rewritten together with its hash is given away by who attested it", async () => {
  const { chains: reports } = await afterTampering((trx) =>
    sql`update policy_version set content = content || '{"daysToRequest": 9}',
      content_hash = ${"f".repeat(64)}`.execute(trx),
  );
  expect(reports.find(({ chain }) => chain === "POLICY")?.broken).toMatchObject({
    fault: "TEXT_DIFFERS",
    name: "default",
  });
});

describe("nothing is left out:", () => {
  /** Hashes that prove nothing of the past: what they are instead. */
  const otherHashes: Readonly<Record<string, string>> = {
    "api_key.key_hash": "a secret, not kept",
    "audit_sample.population_hash": "drawn again and compared where the sample is read: prove-sample.ts",
    "cases.link_hash": "a secret, not kept",
    "dispute.content_hash": "of the bank's latest row, to know it again",
    "evidence_part.ticket_hash": "a secret, not kept",
    "evidence_ticket.ticket_hash": "a secret, not kept",
    "export_run.input_hash": "to know the same request again",
    "held_message.input_hash": "to know the same request again",
    "idempotency_key.input_hash": "to know the same request again",
    "policy_draft.content_hash": "of a text that is still being written",
    "policy_draft_event.content_hash": "compared with the version where the draft was published",
    "saved_view.input_hash": "to know the same request again",
    "staff_invitation.token_hash": "a secret, not kept",
  };
  const proved = new Set<string>(chainNames.flatMap((chain) => chains[chain].proves));

  test("every hash that the desk keeps is in the table of chains, or is known to be something else", async () => {
    const kept = (await columnsOfDesk())
      .filter(({ column }) => /(^|_)(hash|sha256|head|salt)$/.test(column))
      .map(({ table, column }) => `${table}.${column}`);
    expect(kept.filter((place) => !proved.has(place)).sort()).toEqual(Object.keys(otherHashes).sort());
  });

  test("where rows follow on each other by hashes, every column of them is proved", async () => {
    const columns = await columnsOfDesk();
    const chained = columns.filter(({ column }) => column === "previous_hash").map(({ table }) => table);
    expect(chained.length).toBeGreaterThan(0);
    const open = columns
      .filter(({ table }) => chained.includes(table))
      .map(({ table, column }) => `${table}.${column}`)
      .filter((place) => !proved.has(place));
    expect(open).toEqual([]);
  });
});
