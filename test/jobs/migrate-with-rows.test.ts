import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { ruleOf } from "../../server/clocks/domain/clock-facts.ts";
import { getClockRule } from "../../server/clocks/domain/rules.ts";
import { newId } from "../../server/kernel/ids.ts";
import { migrateAll } from "../../server/migrate-all.ts";
import { type Database, openDatabase } from "../../server/platform/database/database.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { findDraft } from "../../server/policies/queries/find-drafts.ts";
import { databaseAt, runStatement } from "../support/run-statement.ts";

/** A desk as it stood before a release, with rows in it; then the release's migrations run over them. */
const name = `test_${randomBytes(6).toString("hex")}`;
const { url: server } = inject("testServer");
const url = databaseAt(server, name);
let old: Database;
beforeAll(async () => {
  await runStatement(server, `create database ${name}`);
  old = await openDatabase(url, { connections: 2 });
  await old.orm.migrator.up({ to: "Calendars" });
  await givenRunningClock();
});
afterAll(async () => {
  await old.close();
  await runStatement(server, `drop database if exists ${name} with (force)`);
});

const clockId = newId();
/** Of a refund on its way; its case stands in no other table here. */
async function givenRunningClock(): Promise<void> {
  await old.db.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db);
    await sql`insert into case_clock (id, case_id, rule, rule_version, state, started_at, due_at)
      values (${clockId}, ${newId()}, 'refund-arrival', 1, 'RUNNING', ${at(1)}, ${at(9)})`.execute(db);
  });
}

const [author, sender, second, third] = [newId(), newId(), newId(), newId()];
const spans = { escalates: 3 * 86_400_000, expires: 30 * 86_400_000 };

interface OldDraft {
  readonly state: string;
  readonly approvedBy: readonly string[];
  readonly sentBy?: string;
  readonly note?: string;
}
const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));

/** What waits to be agreed to, or does no more, under the name that the policy had when it was asked. */
async function givenAsked(state: "OPEN" | "CALLED_OFF", label: { readonly zh: string; readonly en: string }) {
  const id = newId();
  const detail = { policy: "default", labelZh: label.zh, labelEn: label.en, version: "2026.1" };
  const closedAt = state === "OPEN" ? null : at(2);
  await sql`insert into approval_request
    (id, subject_kind, subject_id, state, barred, needs, missing, detail, opened_at, escalates_at, expires_at, closed_at)
    values (${id}, 'POLICY_VERSION', ${newId()}, ${state}, '[]', '{policy.approve}', '{policy.approve}',
      ${JSON.stringify(detail)}, ${at(1)}, ${at(2)}, ${at(3)}, ${closedAt})`.execute(old.db);
  return async () => {
    const row = await old.db
      .selectFrom("approval_request")
      .select("detail")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return row.detail["labelEn"];
  };
}

/** On a policy of its own, since one draft a policy is open; each approval has its event, an hour after the other. */
async function givenDraft({ state, approvedBy, sentBy, note = "Why." }: OldDraft): Promise<string> {
  const id = newId();
  await sql`insert into policy (name, scope, value, label, created_at)
    values (${`category-${id}`}, 'CATEGORY', ${id}, '{"zh": "类别", "en": "a category"}', ${at(1)})`.execute(old.db);
  await sql`insert into policy_draft
    (id, policy, revision, state, kind, note, content, content_hash, author_ids, approved_by_ids, created_at, updated_at)
    values (${id}, ${`category-${id}`}, 3, ${state}, 'MAJOR', ${note}, ${JSON.stringify(defaultPolicy)}, 'hash',
      ${[author]}, ${[...approvedBy]}, ${at(1)}, ${at(9)})`.execute(old.db);
  const event = (action: string, actorId: string, hour: number) =>
    sql`
    insert into policy_draft_event (id, draft_id, action, actor_id, content_hash, at)
    values (${newId()}, ${id}, ${action}, ${actorId}, 'hash', ${at(hour)})`.execute(old.db);
  await event("START", author, 1);
  if (sentBy !== undefined) await event("SUBMIT", sentBy, 2);
  for (const [index, who] of approvedBy.entries()) await event("APPROVE", who, 3 + index);
  return id;
}

interface Request {
  readonly state: string;
  readonly proposer_id: string | null;
  readonly barred: object;
  readonly needs: readonly string[];
  readonly missing: readonly string[];
  readonly reason: string | null;
  readonly opened_at: Date;
  readonly escalates_at: Date;
  readonly expires_at: Date;
  readonly closed_at: Date | null;
}
async function requestOf(id: string): Promise<Request | undefined> {
  const { rows } = await sql<Request>`select * from approval_request
    where subject_kind = 'POLICY_VERSION' and subject_id = ${id}`.execute(old.db);
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0];
}
async function decisionsOf(id: string) {
  const { rows } = await sql<{ staff_id: string; at: Date; verdict: string; level: string }>`
    select d.staff_id, d.at, d.verdict, d.level from approval_decision d
    join approval_request r on r.id = d.request_id where r.subject_id = ${id} order by d.at`.execute(old.db);
  return rows;
}

async function labelOfDefault() {
  const row = await old.db.selectFrom("policy").select("label").where("name", "=", "default").executeTakeFirstOrThrow();
  return row.label;
}

test("what was agreed to of policies before stays agreed to, what waits goes on waiting, and no run is lost", async () => {
  for (const [index, id] of [author, sender, second, third].entries())
    await sql`insert into staff (id, email, name, role, created_at)
      values (${id}, ${`person${index}@redress.test`}, ${`Person ${index}`}, 'COMPLIANCE_OFFICER', ${at(0)})`.execute(
      old.db,
    );
  const waiting = await givenDraft({ state: "IN_REVIEW", approvedBy: [], sentBy: sender });
  const once = await givenDraft({ state: "IN_REVIEW", approvedBy: [second], sentBy: author, note: "" });
  const bySender = await givenDraft({ state: "IN_REVIEW", approvedBy: [sender], sentBy: sender });
  const agreed = await givenDraft({ state: "APPROVED", approvedBy: [third, second], sentBy: author });
  const published = await givenDraft({ state: "PUBLISHED", approvedBy: [second, third], sentBy: sender });
  const writing = await givenDraft({ state: "DRAFT", approvedBy: [] });
  const laidAside = await givenDraft({ state: "DISCARDED", approvedBy: [second], sentBy: author });
  const [cleanRun, brokenRun] = [newId(), newId()];
  await sql`insert into audit_run (id, cause, started_at, ended_at, cases, events, checkpoint, fault, broken_case,
      broken_sequence, broken_event_id, money_faults)
    values (${cleanRun}, 'NIGHTLY', ${at(1)}, ${at(2)}, 7, 31, 'abc', null, null, null, null, 0)`.execute(old.db);

  const before = Date.now();
  await old.orm.migrator.up({ to: "PolicyApprovals" });

  const level = "policy.approve";
  const barred = [{ staffId: author, because: "AUTHOR" }];
  const [open, granted] = [
    { state: "OPEN", closed_at: null },
    { state: "GRANTED", missing: [], closed_at: expect.any(Date) },
  ];
  expect(await requestOf(waiting)).toMatchObject({ ...open, proposer_id: sender, barred, missing: [level, level] });
  expect(await requestOf(once)).toMatchObject({ ...open, proposer_id: author, reason: null, missing: [level] });
  // Who sent it and then agreed to it themselves, as they could, agreed: so they are not named as who proposed it.
  expect(await requestOf(bySender)).toMatchObject({ ...open, proposer_id: null, missing: [level] });
  expect(await requestOf(agreed)).toMatchObject({ ...granted, proposer_id: author, reason: "Why." });
  expect(await requestOf(published)).toMatchObject({ ...granted, proposer_id: sender });
  for (const id of [writing, laidAside]) expect(await requestOf(id)).toBeUndefined();

  // The moment of each approval is its own; a whole period runs from now on.
  const grant = { verdict: "GRANT", level };
  expect(await decisionsOf(agreed)).toEqual([
    { staff_id: third, at: at(3), ...grant },
    { staff_id: second, at: at(4), ...grant },
  ]);
  expect(await decisionsOf(bySender)).toEqual([{ staff_id: sender, at: at(3), ...grant }]);
  expect(await decisionsOf(waiting)).toEqual([]);
  const { opened_at, escalates_at, expires_at } = (await requestOf(waiting)) ?? {};
  expect(opened_at?.getTime()).toBeGreaterThanOrEqual(before - 1000);
  expect((escalates_at?.getTime() ?? 0) - (opened_at?.getTime() ?? 0)).toBe(spans.escalates);
  expect((expires_at?.getTime() ?? 0) - (opened_at?.getTime() ?? 0)).toBe(spans.expires);

  // What broke before is named after, by the new table of chains; then everything up to today.
  await sql`insert into audit_run (id, cause, started_at, ended_at, cases, events, checkpoint, fault, broken_case,
      broken_sequence, broken_event_id, money_faults)
    values (${brokenRun}, 'COMMAND', ${at(3)}, ${at(4)}, 2, 5, null, 'HASH_DIFFERS', 'RD-GONE', 2, ${newId()}, 1)`.execute(
    old.db,
  );
  const everyone = { zh: "所有商户", en: "everyone" };
  const asked = await givenAsked("OPEN", everyone);
  const [askedOfShops, over] = [
    await givenAsked("OPEN", { ...everyone, en: "all shops" }),
    await givenAsked("CALLED_OFF", everyone),
  ];
  await old.close();
  await migrateAll(url);
  old = await openDatabase(url, { connections: 2 });
  expect(await labelOfDefault()).toEqual({ zh: "所有商户", en: "all merchants" });
  expect([await asked(), await askedOfShops(), await over()]).toEqual(["all merchants", "all shops", "everyone"]);
  expect((await findDraft(old.db, agreed))?.approvedByIds).toEqual([third, second]);
  expect((await findDraft(old.db, once))?.approvedByIds).toEqual([second]);
  expect((await findDraft(old.db, published))?.proposedById).toBe(sender);
  const runs = await old.db.selectFrom("audit_run_chain").selectAll().orderBy("things", "desc").execute();
  expect(runs).toMatchObject([
    { run_id: cleanRun, chain: "CASE", things: 7, links: 31, fault: null, broken_name: null },
    { run_id: brokenRun, chain: "CASE", things: 2, links: 5, fault: "HASH_DIFFERS", broken_name: "RD-GONE" },
  ]);
});

test("a name that a desk has given to its widest policy stays, also where only one language is its own", async () => {
  for (const own of [
    { zh: "全部门店", en: "everyone" },
    { zh: "所有商户", en: "all our shops" },
  ]) {
    await sql`update policy set label = ${JSON.stringify(own)} where name = 'default'`.execute(old.db);
    await sql`delete from mikro_orm_migrations where name = 'AllMerchants'`.execute(old.db);
    await old.orm.migrator.up();
    expect(await labelOfDefault()).toEqual(own);
  }
});

test("a clock that ran before a policy promised its length goes on by its rule's own, to the end that was said", async () => {
  const clock = await old.db
    .selectFrom("case_clock")
    .select(["rule", "rule_version as ruleVersion", "length", "due_at as dueAt"])
    .where("id", "=", clockId)
    .executeTakeFirstOrThrow();
  expect(clock).toMatchObject({ length: null, dueAt: at(9) });
  expect(ruleOf(clock)).toEqual(getClockRule("refund-arrival", 1));
});

test("a desk that has kept its calendar enters a year that nobody knew, once", async () => {
  const enter = () => sql`insert into calendar_year (calendar_id, year) values ('CN', 2099)`.execute(old.db);
  await enter();
  await expect(enter()).rejects.toThrow("calendar_year_pkey");
});
