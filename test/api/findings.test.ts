import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { remindOwners } from "../../server/audit/actions/remind-owners.ts";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { moveStaff } from "../../server/staff/actions/move-staff.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { staffActorOf } from "../support/given-case.ts";
import { givenSample } from "../support/given-sample.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import { until } from "../support/until.ts";

let api: TestApi;
let itemId: string;
beforeAll(async () => {
  api = await startTestApi();
  await stage.declined(api);
  const { items } = await givenSample(api);
  itemId = items[0]?.id ?? "";
});
afterAll(() => api.close());

interface Finding {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly overdue: boolean;
  readonly steps: readonly string[];
}
const PARTS = `__typename ... on FindingKept { finding { id version state severity overdue steps owner { id } log { kind note to } } }
  ... on AuditRefused { reasons { code } }`;
const RAISE = `mutation ($input: RaiseFindingInput!) { result: raiseFinding(input: $input) { ${PARTS} } }`;
const CHANGE = `mutation ($input: ChangeFindingInput!) { result: changeFinding(input: $input) { ${PARTS} } }`;
const MOVE = `mutation ($input: MoveFindingInput!) { result: moveFinding(input: $input) { ${PARTS} } }`;
const LIST = `query ($filter: FindingFilter) { auditFindings(filter: $filter) { edges { node { id overdue state sample { id } } } } }`;

const today = () => deskDay(api.clock.now());
const staffId = (role: "SUPPORT_AGENT" | "SUPERVISOR" | "COMPLIANCE_OFFICER" | "MERCHANT_VERIFIER") =>
  toGlobalId("Staff", api.as(role).staffId);
type Told = { __typename: string; finding: Finding; reasons: { code: string }[] };
const told = async (who: SignedIn, document: string, input: object) =>
  (await who.query<{ result: Told | null } | null>(document, { input })).data?.result ?? null;
const officer = () => api.as("COMPLIANCE_OFFICER");
const terms = () => ({ severity: "MEDIUM", ownerId: staffId("SUPPORT_AGENT"), dueOn: addDays(today(), 10) });
const texts = { what: "No reason given.", cause: "Haste.", correction: "Write to the customer." };
const raise = (change: object = {}, who = officer()) =>
  told(who, RAISE, { itemId, ...texts, ...terms(), idempotencyKey: newId(), ...change });
async function raised(change: object = {}): Promise<Finding> {
  const result = await raise(change);
  if (result?.__typename !== "FindingKept") throw new Error(JSON.stringify(result));
  return result.finding;
}
const move = (who: SignedIn, { id, version }: Finding, step: string, note: string | null = "Done.") =>
  told(who, MOVE, { findingId: id, expectedVersion: version, step, note });
const listed = async (who: SignedIn, filter: object = {}) =>
  (
    await who.query<{ auditFindings: { edges: { node: { id: string } }[] } }>(LIST, { filter })
  ).data.auditFindings.edges.map(({ node }) => node);
/** How many notices say to somebody that it is theirs, or is so again. */
async function tellingsOf({ id }: Finding, ownerId: string, kind = "FINDING_ASSIGNED"): Promise<number> {
  const rows = await api.house.db
    .selectFrom("notice")
    .select("id")
    .where("staff_id", "=", ownerId)
    .where("write_key", "like", `${kind} ${fromGlobalId(id)?.id} %`)
    .execute();
  return rows.length;
}

describe("raising", () => {
  test("keeps a finding and tells its owner; the same key again does neither", async () => {
    const idempotencyKey = newId();
    const [first, second] = await Promise.all([raise({ idempotencyKey }), raise({ idempotencyKey })]);
    expect(first?.finding.id).toBe(second?.finding.id);
    expect(first?.finding).toMatchObject({ state: "OPEN", overdue: false, steps: [], version: 1 });
    expect(await raise({ idempotencyKey, what: "Something else." })).toMatchObject({
      __typename: "AuditRefused",
      reasons: [{ code: "KEY_REUSED" }],
    });
    const notices = await api.house.db
      .selectFrom("notice")
      .select("staff_id")
      .where("kind", "=", "FINDING_ASSIGNED")
      .execute();
    expect(new Set(notices.map(({ staff_id }) => staff_id))).toEqual(new Set([api.as("SUPPORT_AGENT").staffId]));
  });

  test("is refused, all reasons at once, to an owner from outside and with a day gone by", async () => {
    const before = (await listed(officer())).length;
    expect(await raise({ ownerId: staffId("MERCHANT_VERIFIER"), dueOn: addDays(today(), -1) })).toMatchObject({
      reasons: [{ code: "OWNER_UNFIT" }, { code: "DUE_IN_THE_PAST" }],
    });
    expect(await raise({ itemId: "x" })).toMatchObject({ reasons: [{ code: "SAMPLE_NOT_FOUND" }] });
    expect(await raise({}, api.as("SUPERVISOR"))).toBeNull();
    expect(await listed(officer())).toHaveLength(before);
  });
});

describe("correcting", () => {
  test("goes from its owner to a reviewer and back, until somebody else has verified it", async () => {
    const finding = await raised();
    const agent = api.as("SUPPORT_AGENT");
    expect(await move(officer(), finding, "COMPLETE")).toMatchObject({ reasons: [{ code: "FINDING_NOT_YOURS" }] });
    const begun = await move(agent, finding, "START", null);
    expect(await move(agent, begun?.finding ?? finding, "COMPLETE", null)).toMatchObject({
      reasons: [{ code: "NOTE_MISSING" }],
    });
    const complete = await move(agent, begun?.finding ?? finding, "COMPLETE");
    expect(await move(agent, complete?.finding ?? finding, "VERIFY")).toMatchObject({
      reasons: [{ code: "REVIEWERS_ONLY" }, { code: "OWNER_MAY_NOT_VERIFY" }],
    });
    const back = await move(officer(), complete?.finding ?? finding, "SEND_BACK", "Where is the letter?");
    expect(back?.finding.state).toBe("IN_PROGRESS");
    const again = await move(agent, back?.finding ?? finding, "COMPLETE");
    const verified = await move(officer(), again?.finding ?? finding, "VERIFY", null);
    expect(verified?.finding).toMatchObject({ state: "VERIFIED", steps: [] });
    const change = { findingId: finding.id, expectedVersion: verified?.finding.version, ...terms() };
    expect(await told(officer(), CHANGE, change)).toMatchObject({ reasons: [{ code: "FINDING_WRONG_STATE" }] });
  });

  test("is never verified by an owner who reviews", async () => {
    const finding = await raised({ ownerId: staffId("COMPLIANCE_OFFICER") });
    const complete = await move(officer(), finding, "COMPLETE");
    expect(await move(officer(), complete?.finding ?? finding, "VERIFY")).toMatchObject({
      reasons: [{ code: "OWNER_MAY_NOT_VERIFY" }],
    });
    const colleague = await api.another("COMPLIANCE_OFFICER");
    expect((await move(colleague, complete?.finding ?? finding, "VERIFY"))?.finding.state).toBe("VERIFIED");
  });

  test("is never verified by whoever completed it, though it has another owner since", async () => {
    const [one, colleague] = [await api.another("COMPLIANCE_OFFICER"), await api.another("COMPLIANCE_OFFICER")];
    const finding = await raised({ ownerId: toGlobalId("Staff", one.staffId) });
    const { version } = (await move(one, finding, "COMPLETE"))?.finding ?? finding;
    const change = { findingId: finding.id, expectedVersion: version, ...terms() };
    const passedOn = (await told(one, CHANGE, change))?.finding ?? finding;
    expect(passedOn).toMatchObject({ state: "DONE", owner: { id: staffId("SUPPORT_AGENT") }, steps: [] });
    for (const step of ["VERIFY", "SEND_BACK"])
      expect(await move(one, passedOn, step)).toMatchObject({ reasons: [{ code: "OWNER_MAY_NOT_VERIFY" }] });
    expect((await move(colleague, passedOn, "VERIFY"))?.finding.state).toBe("VERIFIED");
  });

  test("of two at once one is kept, and a stale one is told", async () => {
    const finding = await raised();
    const agent = api.as("SUPPORT_AGENT");
    const both = await Promise.all([move(agent, finding, "START"), move(agent, finding, "COMPLETE")]);
    expect(both.map((one) => one?.__typename).sort()).toEqual(["AuditRefused", "FindingKept"]);
    expect(await move(agent, finding, "START")).toMatchObject({ reasons: [{ code: "AUDIT_STALE" }] });
  });

  test("can be given another owner and day, who is told", async () => {
    const finding = await raised();
    const given = { severity: "CRITICAL", ownerId: staffId("SUPERVISOR"), dueOn: addDays(today(), 3) };
    const changed = await told(officer(), CHANGE, { findingId: finding.id, expectedVersion: 1, ...given });
    expect(changed?.finding).toMatchObject({ version: 2, severity: "CRITICAL", owner: { id: staffId("SUPERVISOR") } });
    expect((await listed(api.as("SUPPORT_AGENT"))).map(({ id }) => id)).not.toContain(finding.id);
  });

  test("tells an owner again to whom it comes back", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const ownerId = toGlobalId("Staff", agent.staffId);
    const finding = await raised({ ownerId });
    const once = await tellingsOf(finding, agent.staffId);
    const give = async (owner: string, expectedVersion: number) =>
      told(officer(), CHANGE, { findingId: finding.id, expectedVersion, ...terms(), ownerId: owner });
    await give(staffId("SUPERVISOR"), 1);
    await give(ownerId, 2);
    expect([once > 0, await tellingsOf(finding, agent.staffId)]).toEqual([true, 2 * once]);
  });
});

test("an owner is told each time that their correction is sent back, and of nothing else that is done with it", async () => {
  const agent = await api.another("SUPPORT_AGENT");
  const finding = await raised({ ownerId: toGlobalId("Staff", agent.staffId) });
  const back = () => tellingsOf(finding, agent.staffId, "FINDING_SENT_BACK");
  let now = (await move(agent, finding, "COMPLETE"))?.finding ?? finding;
  expect(await back()).toBe(0);
  const each: number[] = [];
  for (const note of ["Where is the letter?", "That is another letter."]) {
    now = (await move(officer(), now, "SEND_BACK", note))?.finding ?? now;
    each.push(await back());
    now = (await move(agent, now, "COMPLETE"))?.finding ?? now;
  }
  await move(officer(), now, "VERIFY", null);
  const [once = 0] = each;
  expect([once > 0, ...each, await back()]).toEqual([true, once, 2 * once, 2 * once]);
});

describe("whoever leaves", () => {
  const END = "mutation ($input: EndStaffInput!) { endStaff(input: $input) { __typename } }";
  const leave = (who: SignedIn, heir: SignedIn | null) => {
    const heirId = heir === null ? null : toGlobalId("Staff", heir.staffId);
    const input = { staffId: toGlobalId("Staff", who.staffId), expectedVersion: 1, heirId };
    return api.as("ADMINISTRATOR").query<object>(END, { input });
  };
  const row = ({ id }: Finding) =>
    api.house.db
      .selectFrom("audit_finding")
      .selectAll()
      .where("id", "=", fromGlobalId(id)?.id ?? "")
      .executeTakeFirstOrThrow();

  test.each([
    ["gives their findings to the heir", true],
    ["without an heir gives them back to who raised them", false],
  ])("%s, who is told, and the log says by whom", async (_what, hasHeir) => {
    const [agent, heir] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
    const finding = await raised({ ownerId: toGlobalId("Staff", agent.staffId) });
    expect((await leave(agent, hasHeir ? heir : null)).data).toEqual({ endStaff: { __typename: "StaffMoved" } });
    const taker = hasHeir ? heir : officer();
    expect(await row(finding)).toMatchObject({ owner_id: taker.staffId, state: "OPEN", version: 2 });
    const [event] = await api.house.db
      .selectFrom("audit_event")
      .select(["kind", "actor_id", "data"])
      .where("finding_id", "=", fromGlobalId(finding.id)?.id ?? "")
      .orderBy("sequence", "desc")
      .execute();
    const actor = api.as("ADMINISTRATOR").staffId;
    expect(event).toMatchObject({ kind: "CHANGE_FINDING", actor_id: actor, data: { ownerId: taker.staffId } });
    expect(await tellingsOf(finding, taker.staffId)).toBeGreaterThan(0);
  });

  test("is given no finding at the moment of leaving: whoever gives one waits, and is told that they are gone", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const finding = await raised({ ownerId: staffId("SUPERVISOR") });
    const given = { severity: "HIGH", ownerId: toGlobalId("Staff", agent.staffId), dueOn: addDays(today(), 3) };
    let outcomes: Promise<readonly (Told | null)[]> = Promise.resolve([]);
    const waiting = async () => {
      const { rows } =
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          api.house.db,
        );
      return rows.length;
    };
    // Between the lock of whoever leaves and what they have to put right, one finding is raised for them and one changed.
    const db = meanwhile(api.house.db, naming("loginId"), async () => {
      outcomes = Promise.all([
        raise(given),
        told(officer(), CHANGE, { findingId: finding.id, expectedVersion: 1, ...given }),
      ]);
      await until("two who wait for the lock", waiting, (count) => count > 1, 20_000);
    });
    const administrator = await staffActorOf(api, "ADMINISTRATOR");
    const left = await moveStaff(
      { ...api.house, db, actor: administrator, locale: "en" },
      { staffId: agent.staffId, expectedVersion: 1, kind: "LEAVE" },
    );
    expect(left).toMatchObject({ ok: true });
    const unfit = { __typename: "AuditRefused", reasons: [{ code: "OWNER_UNFIT" }] };
    expect(await outcomes).toEqual([unfit, unfit]);
    expect(await row(finding)).toMatchObject({ owner_id: api.as("SUPERVISOR").staffId, version: 1 });
    const theirs = api.house.db.selectFrom("audit_finding").select("id").where("owner_id", "=", agent.staffId);
    expect(await theirs.execute()).toEqual([]);
  });

  test("keeps what is done: it is sent back to nobody who has left, but to another owner", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const complete = await move(agent, await raised({ ownerId: toGlobalId("Staff", agent.staffId) }), "COMPLETE");
    await leave(agent, null);
    if (complete === null) throw new Error("It was not completed");
    expect(await move(officer(), complete.finding, "SEND_BACK")).toMatchObject({ reasons: [{ code: "OWNER_UNFIT" }] });
    expect((await move(officer(), complete.finding, "VERIFY"))?.finding.state).toBe("VERIFIED");
  });
});

describe("the list", () => {
  test("is whole for auditors, and one's own for everybody else, without the sample", async () => {
    const { id } = await raised();
    const other = await raised({ ownerId: staffId("SUPERVISOR") });
    const agents = await listed(api.as("SUPPORT_AGENT"));
    expect(agents).toContainEqual(expect.objectContaining({ id, sample: null }));
    expect(agents.map((found) => found.id)).not.toContain(other.id);
    expect((await listed(officer())).map((found) => found.id)).toEqual(expect.arrayContaining([id, other.id]));
    expect(await listed(api.as("MERCHANT_VERIFIER"))).toEqual([]);
    expect(await move(api.as("TRAINER"), other, "START")).toMatchObject({ reasons: [{ code: "FINDING_NOT_FOUND" }] });
  });

  test("says what is overdue by the clock, whose owner is told once", async () => {
    const finding = await raised({ dueOn: today() });
    const overdue = async () => (await listed(officer(), { overdue: true })).map(({ id }) => id);
    expect(await overdue()).not.toContain(finding.id);
    expect(await remindOwners(api.house)).toBe(0);
    api.clock.advance({ days: 1 });
    expect(await overdue()).toContain(finding.id);
    const standing = (active: boolean) =>
      api.house.db.updateTable("staff").set({ active }).where("id", "=", api.as("SUPPORT_AGENT").staffId).execute();
    await standing(false);
    expect(await remindOwners(api.house)).toBe(0);
    await standing(true);
    expect(await remindOwners(api.house)).toBe(1);
    expect(await remindOwners(api.house)).toBe(0);
    expect(await listed(officer(), { states: ["VERIFIED"], severities: ["LOW"] })).toEqual([]);
  });
});
