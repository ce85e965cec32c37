import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { remindOwners } from "../../server/audit/actions/remind-owners.ts";
import { addDays } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import * as stage from "../support/case-stages.ts";
import { givenSample } from "../support/given-sample.ts";

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
    expect(await remindOwners(api.house)).toBe(1);
    expect(await remindOwners(api.house)).toBe(0);
    expect(await listed(officer(), { states: ["VERIFIED"], severities: ["LOW"] })).toEqual([]);
  });
});
