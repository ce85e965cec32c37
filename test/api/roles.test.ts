import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { builtInPermissions, type Permission } from "../../server/staff/domain/permissions.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";

let api: TestApi;
let second: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  second = await api.another("ADMINISTRATOR");
});
afterAll(() => api.close());

/** Each story begins with the roles as they are built, and nothing that waits. */
beforeEach(async () => {
  const { db } = api.house;
  await db
    .updateTable("role_change")
    .set({ state: "WITHDRAWN", settled_at: api.clock.now() })
    .where("state", "=", "PROPOSED")
    .execute();
  await db
    .updateTable("approval_request")
    .set({ state: "CALLED_OFF", closed_at: api.clock.now() })
    .where("state", "=", "OPEN")
    .execute();
  for (const role of ["TRAINER", "SUPERVISOR", "ADMINISTRATOR"] as const) {
    await db
      .updateTable("role")
      .set((eb) => ({ permissions: [...builtInPermissions[role]], version: eb("version", "+", 1) }))
      .where("name", "=", role)
      .execute();
  }
});

const inSchema = (right: Permission) => right.replaceAll(/\.|(?=[A-Z])/g, "_").toUpperCase();
const rightsOf = async (role: StaffRole) =>
  await api.house.db
    .selectFrom("role")
    .select(["permissions", "version"])
    .where("name", "=", role)
    .executeTakeFirstOrThrow();

interface Proposed {
  readonly __typename: string;
  readonly message?: string;
  readonly reasons?: readonly string[];
  readonly change?: {
    readonly id: string;
    readonly state: string;
    readonly gains: readonly { right: string }[];
  };
}

const PROPOSE = `mutation ($input: ProposeRoleChangeInput!) { proposeRoleChange(input: $input) {
  __typename
  ... on RoleChangeProposed { change { id state gains { right } losses { right } } }
  ... on RoleChangeRefused { message reasons }
  ... on StaleRole { message }
} }`;

async function propose(
  role: StaffRole,
  change: { readonly add?: readonly Permission[]; readonly drop?: readonly Permission[] },
  more: Readonly<Record<string, unknown>> = {},
  by: SignedIn = api.as("ADMINISTRATOR"),
): Promise<Proposed> {
  const { permissions, version } = await rightsOf(role);
  const after = [...permissions.filter((right) => change.drop?.includes(right) !== true), ...(change.add ?? [])];
  const input = {
    role,
    permissions: after.map(inSchema),
    expectedVersion: version,
    idempotencyKey: newId(),
    reason: "As agreed.",
    ...more,
  };
  const { data, errors } = await by.query<{ proposeRoleChange: Proposed } | null>(PROPOSE, { input });
  if (data === null) throw new Error(String(errors[0]?.extensions?.code));
  return data.proposeRoleChange;
}

async function decide(proposed: Proposed, by: SignedIn, verdict: "GRANT" | "REJECT" = "GRANT", version?: number) {
  const changeId = fromGlobalId(proposed.change?.id ?? "")?.id ?? null;
  const request = await api.house.db
    .selectFrom("approval_request")
    .select(["id", "version"])
    .where("subject_id", "=", changeId)
    .executeTakeFirst();
  if (request === undefined) throw new Error(`nothing was proposed: ${JSON.stringify(proposed)}`);
  const items = [
    {
      id: toGlobalId("ApprovalRequest", request.id),
      expectedVersion: version ?? request.version,
      idempotencyKey: newId(),
    },
  ];
  const { data } = await by.query<{
    decideApprovals: readonly { result: { __typename: string; reasons?: readonly { code: string }[] } }[];
  }>(
    "mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename ... on ApprovalRefused { reasons { code message } } } } }",
    { input: { items, verdict, note: "seen" } },
  );
  const [row] = data.decideApprovals;
  if (row === undefined) throw new Error("no answer");
  return row.result;
}

const waive = { add: ["template.write"] } as const;

describe("a role", () => {
  test("is as it was until somebody else agrees, and counts from their next request on", async () => {
    const proposed = await propose("TRAINER", waive);
    expect(proposed).toMatchObject({
      __typename: "RoleChangeProposed",
      change: { state: "PROPOSED", gains: [{ right: "TEMPLATE_WRITE" }] },
    });
    expect((await rightsOf("TRAINER")).permissions).not.toContain("template.write");
    expect(await decide(proposed, api.as("COMPLIANCE_OFFICER"))).toEqual({ __typename: "ApprovalDecided" });
    const { data } = await api
      .as("TRAINER")
      .query<{ viewer: { permissions: readonly string[] } }>("{ viewer { permissions } }");
    expect(data.viewer.permissions).toContain("TEMPLATE_WRITE");
    const { data: history } = await second.query("{ roleChanges { state role reason proposer { id } } }");
    expect(history).toMatchObject({
      roleChanges: expect.arrayContaining([expect.objectContaining({ state: "APPLIED", role: "TRAINER" })]),
    });
  });

  test("is agreed to by another administrator as well, never by whoever proposed it", async () => {
    const proposed = await propose("TRAINER", waive);
    expect(await decide(proposed, api.as("ADMINISTRATOR"))).toMatchObject({ reasons: [{ code: "OWN_PROPOSAL" }] });
    expect((await rightsOf("TRAINER")).permissions).not.toContain("template.write");
    expect(await decide(proposed, second)).toEqual({ __typename: "ApprovalDecided" });
  });

  test("is raised by nobody who has it: other administrators may not agree to what they gain", async () => {
    const proposed = await propose("ADMINISTRATOR", { add: ["notice.read"] });
    expect(await decide(proposed, second)).toMatchObject({ reasons: [{ code: "WOULD_GAIN" }] });
    expect(await decide(proposed, api.as("COMPLIANCE_OFFICER"))).toEqual({ __typename: "ApprovalDecided" });
  });

  test("is not agreed to by whoever was moved into it after it was proposed: what they gain is asked again", async () => {
    const moved = await api.another("ADMINISTRATOR");
    const proposed = await propose("COMPLIANCE_OFFICER", waive);
    const move = api.house.db.updateTable("staff").set({ role: "COMPLIANCE_OFFICER" });
    await move.where("id", "=", moved.staffId).execute();
    expect(await decide(proposed, moved)).toMatchObject({
      __typename: "ApprovalRefused",
      reasons: [{ code: "WOULD_GAIN" }],
    });
    expect((await rightsOf("COMPLIANCE_OFFICER")).permissions).not.toContain("template.write");
    expect(await decide(proposed, second)).toEqual({ __typename: "ApprovalDecided" });
    const back = api.house.db.updateTable("role").set((eb) => ({
      ...{ permissions: [...builtInPermissions.COMPLIANCE_OFFICER], version: eb("version", "+", 1) },
    }));
    await back.where("name", "=", "COMPLIANCE_OFFICER").execute();
  });

  test("shows in the approvals room who gains by it now, and waits for nobody who has come into it since", async () => {
    const moved = await api.another("ADMINISTRATOR");
    const proposed = await propose("COMPLIANCE_OFFICER", waive);
    const changeId = fromGlobalId(proposed.change?.id ?? "")?.id ?? "";
    const request = await api.house.db
      .selectFrom("approval_request")
      .select("id")
      .where("subject_id", "=", changeId)
      .executeTakeFirstOrThrow();
    const ROOM = `query { approvalsForMe approvals(box: FOR_ME, first: 100) { edges { node { id mayDecide reasons { code }
      deciders { staff { id } reasons { code } } } } } }`;
    interface Node {
      readonly id: string;
      readonly deciders: readonly { readonly staff: { readonly id: string }; readonly reasons: readonly object[] }[];
    }
    type Room = { approvalsForMe: number; approvals: { edges: { node: Node }[] } };
    const room = async (who: SignedIn) => {
      const { data } = await who.query<Room>(ROOM);
      const all = data.approvals.edges.map(({ node }) => node);
      expect(data.approvalsForMe).toBe(all.length);
      return all.find(({ id }) => id === toGlobalId("ApprovalRequest", request.id));
    };
    expect(await room(moved)).toMatchObject({ mayDecide: true, reasons: [] });
    const move = api.house.db.updateTable("staff").set({ role: "COMPLIANCE_OFFICER" });
    await move.where("id", "=", moved.staffId).execute();
    expect(await room(moved)).toBeUndefined();
    const seen = await room(second);
    const of = (who: SignedIn) => seen?.deciders.find(({ staff }) => staff.id === toGlobalId("Staff", who.staffId));
    expect(of(moved)?.reasons).toEqual([{ code: "WOULD_GAIN" }]);
    expect(of(api.as("COMPLIANCE_OFFICER"))?.reasons).toEqual([{ code: "WOULD_GAIN" }]);
    expect(of(second)?.reasons).toEqual([]);
    expect(await decide(proposed, second, "REJECT")).toEqual({ __typename: "ApprovalDecided" });
  });

  test("stays as it is when the proposal is turned down, lapses or is withdrawn", async () => {
    const rejected = await propose("TRAINER", waive);
    expect(await decide(rejected, second, "REJECT")).toEqual({ __typename: "ApprovalDecided" });
    const withdrawn = await propose("TRAINER", waive);
    const WITHDRAW = "mutation ($id: ID!) { withdrawRoleChange(id: $id) { __typename } }";
    const id = { id: withdrawn.change?.id };
    expect((await second.query(WITHDRAW, id)).data).toEqual({
      withdrawRoleChange: { __typename: "RoleChangeNotFound" },
    });
    expect((await api.as("ADMINISTRATOR").query(WITHDRAW, id)).data).toEqual({
      withdrawRoleChange: { __typename: "RoleChangeWithdrawn" },
    });
    expect(await decide(withdrawn, second, "GRANT", 1)).toMatchObject({ __typename: "StaleApproval" });
    await propose("TRAINER", waive);
    const later = { now: () => new Date(api.clock.now().getTime() + 15 * 86_400_000) };
    await expireRequests({ ...api.house, clock: later, actor: systemActor, locale: "en" });
    const { permissions } = await rightsOf("TRAINER");
    expect(permissions).toEqual(builtInPermissions.TRAINER);
    const states = await api.house.db
      .selectFrom("role_change")
      .select("state")
      .orderBy("proposed_at", "desc")
      .orderBy("id", "desc")
      .limit(3)
      .execute();
    expect(states.map(({ state }) => state)).toEqual(["EXPIRED", "WITHDRAWN", "REJECTED"]);
  });

  test("that has changed since is not changed by an older proposal, and the agreement is not written", async () => {
    const proposed = await propose("TRAINER", waive);
    await api.house.db
      .updateTable("role")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("name", "=", "TRAINER")
      .execute();
    expect(await decide(proposed, second)).toMatchObject({ reasons: [{ code: "SUBJECT_REFUSES" }] });
    expect((await rightsOf("TRAINER")).permissions).toEqual(builtInPermissions.TRAINER);
  });

  test("keeps its last manager also where everybody else leaves between proposal and agreement", async () => {
    await api.house.db
      .updateTable("role")
      .set((eb) => ({ permissions: [...builtInPermissions.TRAINER, "staff.manage"], version: eb("version", "+", 1) }))
      .where("name", "=", "TRAINER")
      .execute();
    const proposed = await propose("ADMINISTRATOR", { drop: ["staff.manage"] });
    await api.house.db.updateTable("staff").set({ active: false }).where("role", "=", "TRAINER").execute();
    expect(await decide(proposed, second)).toMatchObject({ reasons: [{ code: "SUBJECT_REFUSES" }] });
    expect((await rightsOf("ADMINISTRATOR")).permissions).toContain("staff.manage");
    await api.house.db.updateTable("staff").set({ active: true }).where("role", "=", "TRAINER").execute();
  });
});

describe("a proposal", () => {
  test.each([
    ["without a reason", "TRAINER", waive, { reason: " " }],
    ["of what the role may do already", "TRAINER", {}, {}],
    [
      "that lets the same role review decisions and make them",
      "COMPLIANCE_OFFICER",
      { add: ["case.decide"], drop: ["approval.second", "policy.publish"] },
      {},
    ],
    ["that leaves nobody to manage people", "ADMINISTRATOR", { drop: ["staff.manage"] }, {}],
  ] as const)("%s is refused, and nothing waits", async (_what, role, change, more) => {
    const answer = await propose(role, change, more);
    expect(answer).toMatchObject({ __typename: "RoleChangeRefused", reasons: [expect.any(String)] });
    expect(await waiting()).toBe(0);
  });

  test("for the customer or the desk itself is refused", async () => {
    expect(await propose("TRAINER", waive, { role: "SYSTEM" })).toMatchObject({ __typename: "RoleChangeRefused" });
  });

  test("on an older version is told what is there now", async () => {
    const { version } = await rightsOf("TRAINER");
    expect(await propose("TRAINER", waive, { expectedVersion: version - 1 })).toMatchObject({
      __typename: "StaleRole",
    });
    expect(await waiting()).toBe(0);
  });

  test("sent twice is one, and its key is good for nothing else", async () => {
    const key = { idempotencyKey: newId() };
    const [one, other] = await Promise.all([propose("TRAINER", waive, key), propose("TRAINER", waive, key)]);
    expect(one.change?.id).toBe(other.change?.id);
    expect(await waiting()).toBe(1);
    expect(await propose("SUPERVISOR", { drop: ["view.share"] }, key)).toMatchObject({ __typename: "RoleKeyReused" });
  });

  test("of two people at once is one; the other is told that something waits", async () => {
    const answers = await Promise.all([
      propose("TRAINER", waive),
      propose("TRAINER", { add: ["notice.read"] }, {}, second),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["RoleChangeProposed", "RoleChangeRefused"]);
  });

  test.each(["SUPERVISOR", "COMPLIANCE_OFFICER", "TRAINER"] as const)("is not for a %s to make", async (role) => {
    await expect(propose("TRAINER", waive, {}, api.as(role))).rejects.toThrow("FORBIDDEN");
  });
});

describe("the preview", () => {
  const PREVIEW = `query ($role: Role!, $permissions: [Permission!]!) { previewRoleChange(role: $role, permissions: $permissions) {
    gains { right name } losses { right } count people { name } work { kind count } orphaned { right } deciders { role } reasons } }`;
  const preview = async (role: StaffRole, after: readonly Permission[]) =>
    (
      await api
        .as("ADMINISTRATOR")
        .query<{ previewRoleChange: Record<string, unknown> }>(PREVIEW, { role, permissions: after.map(inSchema) })
    ).data.previewRoleChange;

  test("says who is affected, what they gain and lose, and what nobody could do any more", async () => {
    const after = [
      ...builtInPermissions.TRAINER.filter((right) => right !== "training.manage"),
      "notice.read",
    ] as const;
    expect(await preview("TRAINER", after)).toEqual({
      gains: [{ right: "NOTICE_READ", name: "See notices" }],
      losses: [{ right: "TRAINING_MANAGE" }],
      ...{ count: 1, people: [{ name: expect.any(String) }], work: [] },
      orphaned: [{ right: "TRAINING_MANAGE" }],
      deciders: expect.arrayContaining([{ role: "COMPLIANCE_OFFICER" }]),
      reasons: [],
    });
  });

  test("counts the requests that wait for what would be taken away", async () => {
    await propose("TRAINER", waive);
    const after = builtInPermissions.ADMINISTRATOR.filter((right) => right !== "role.approve");
    expect(await preview("ADMINISTRATOR", after)).toMatchObject({ work: [{ kind: "WAITING_APPROVALS", count: 1 }] });
  });
});

async function waiting(): Promise<number> {
  const rows = await api.house.db.selectFrom("approval_request").select("id").where("state", "=", "OPEN").execute();
  return rows.length;
}
