import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { createApiKey } from "../../server/staff/actions/create-api-key.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { ApiClient } from "../support/api-client.ts";
import { newCase } from "../support/case-stages.ts";
import { caseRow } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
  ... on ApiKeyMade { secret apiKey { id name state scopes { right inForce } } }
  ... on ApiKeyMadeBefore { message apiKey { id } }
  ... on ApiKeyRefused { message reasons } } }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename
  ... on ApiKeyRevoked { apiKey { state revokedBy { id } } } ... on ApiKeyNotFound { message } } }`;
const VIEWER = "{ viewer { id permissions } }";

interface Made {
  readonly __typename: string;
  readonly secret?: string;
  readonly message?: string;
  readonly reasons?: readonly string[];
  readonly apiKey?: { readonly id: string; readonly state: string };
}
const aKey = () => ({ name: `till ${newId()}`, scopes: ["CASE_READ"], days: 30, idempotencyKey: newId() });

async function create(by: SignedIn, input: object = {}): Promise<Made> {
  const { data } = await by.query<{ createApiKey: Made }>(CREATE, { input: { ...aKey(), ...input } });
  return data.createApiKey;
}

async function revoke(by: ApiClient, id: string | undefined) {
  return (await by.query<{ revokeApiKey: Made }>(REVOKE, { input: { id } })).data.revokeApiKey;
}

const machineOf = ({ secret = "" }: Made) => new ApiClient(api.app, { authorization: `Bearer ${secret}` });
const rightsOf = async (client: ApiClient) =>
  (await client.query<{ viewer: { permissions: string[] } | null }>(VIEWER)).data.viewer?.permissions ?? null;
const rowsOf = ({ staffId }: SignedIn) =>
  api.house.db.selectFrom("api_key").selectAll().where("staff_id", "=", staffId).execute();

describe("making a key", () => {
  test("tells its secret once and keeps only its hash", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const made = await create(agent);
    expect(made).toMatchObject({ __typename: "ApiKeyMade", secret: expect.stringMatching(/^redress_/) });
    expect(JSON.stringify(await rowsOf(agent))).not.toContain(made.secret);
    const { data } = await agent.query("{ apiKeys { edges { node { id state mine maker { id } } } } }");
    const maker = { id: toGlobalId("Staff", agent.staffId) };
    const node = { id: made.apiKey?.id, state: "IN_FORCE", mine: true, maker };
    expect(data).toEqual({ apiKeys: { edges: [{ node }] } });
  });

  test("is refused to whoever left while they waited for it", async () => {
    const { staffId } = await api.another("SUPPORT_AGENT");
    const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
    if (actor === null) throw new Error("They are not there");
    await api.house.db.updateTable("staff").set({ active: false }).where("id", "=", staffId).execute();
    const asked = { name: "till", scopes: ["case.read"], days: 30, key: newId() } as const;
    const answer = await createApiKey({ ...api.house, actor, locale: "en" }, asked);
    expect(answer).toMatchObject({ ok: false });
  });

  test("asked again by the same request answers that key without its secret; by other words nothing", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const asked = aKey();
    const [first, again] = [await create(agent, asked), await create(agent, asked)];
    expect(again).toEqual({
      __typename: "ApiKeyMadeBefore",
      apiKey: { id: first.apiKey?.id },
      message: expect.stringMatching(/revoke/),
    });
    expect(await create(agent, { ...asked, days: 31 })).toMatchObject({ __typename: "ApiKeyRefused" });
    expect(await rowsOf(agent)).toHaveLength(1);
  });

  test("twice at once by the same request makes one; by one name one", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const asked = aKey();
    const same = await Promise.all([create(agent, asked), create(agent, asked)]);
    expect(same.map(({ __typename }) => __typename).sort()).toEqual(["ApiKeyMade", "ApiKeyMadeBefore"]);
    const named = await Promise.all([create(agent, { name: "one" }), create(agent, { name: "one" })]);
    expect(named.map(({ __typename }) => __typename).sort()).toEqual(["ApiKeyMade", "ApiKeyRefused"]);
    expect(await rowsOf(agent)).toHaveLength(2);
  });

  test.each([
    ["nothing that it may do", { scopes: [] }, /at least one/],
    ["an approval", { scopes: ["APPROVAL_FIRST"] }, /given by a person/],
    ["people and roles", { scopes: ["CASE_READ", "STAFF_MANAGE"] }, /Manage people and roles \(/],
    ["the agreement to changes of roles", { scopes: ["ROLE_APPROVE"] }, /Approve changes of roles \(/],
    ["what its maker may not do", { scopes: ["INSIGHT_READ"] }, /Read the desk's figures/],
    ["no life", { days: 0 }, /1 to 365/],
    ["more than a year", { days: 366 }, /1 to 365/],
  ])("with %s is refused, and makes none", async (_what, input, reason) => {
    const agent = await api.another("SUPPORT_AGENT");
    const { __typename, reasons } = await create(agent, input);
    expect({ __typename, reasons }).toEqual({
      __typename: "ApiKeyRefused",
      reasons: [expect.stringMatching(reason)],
    });
    expect(await rowsOf(agent)).toEqual([]);
  });

  test("is not for strangers, for customers, or for keys", async () => {
    const { staffId } = await api.another("SUPPORT_AGENT");
    const { token } = await newCase(api);
    for (const client of [api.asStranger(), api.asCustomer(token), await api.asMachine(staffId)]) {
      const { errors } = await client.query(CREATE, { input: aKey() });
      expect(errors).toMatchObject([{ extensions: { code: expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/) } }]);
    }
  });
});

describe("a request by a key", () => {
  test("may what its scopes and its maker's role both allow, as they are now", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const machine = machineOf(await create(agent, { scopes: ["CASE_READ", "POLICY_READ", "CASE_OPEN"] }));
    expect(await rightsOf(machine)).toEqual(["CASE_READ", "CASE_OPEN", "POLICY_READ"]);
    const { db } = api.house;
    await db.updateTable("staff").set({ role: "TRAINER" }).where("id", "=", agent.staffId).execute();
    expect(await rightsOf(machine)).toEqual(["POLICY_READ"]);
    const { data } = await agent.query("{ apiKeys { edges { node { scopes { right inForce } } } } }");
    expect(JSON.stringify(data)).toContain('{"right":"CASE_READ","inForce":false}');
  });

  test("never gives a right that no key may have, however it came into the row", async () => {
    const { staffId } = await api.another("SUPERVISOR");
    const machine = await api.asMachine(staffId, builtInPermissions.SUPERVISOR);
    const rights = await rightsOf(machine);
    expect(rights).toContain("CASE_READ");
    for (const right of ["APPROVAL_FIRST", "POLICY_APPROVE", "TEMPLATE_WRITE"]) expect(rights).not.toContain(right);
  });

  test("decides nothing, stands in for nobody and hands on nobody's approvals", async () => {
    const [away, agent] = [await api.another("SUPERVISOR"), await api.another("SUPERVISOR")];
    const [startsAt, endsAt] = [api.clock.now(), new Date(api.clock.now().getTime() + 86_400_000)];
    const lent = { id: newId(), staff_id: away.staffId, delegate_id: agent.staffId, created_at: startsAt };
    await api.house.db
      .insertInto("delegation")
      .values({ ...lent, starts_at: startsAt, ends_at: endsAt })
      .execute();
    const machine = await api.asMachine(agent.staffId);
    expect((await machine.query("{ approvalsForMe }")).data).toEqual({ approvalsForMe: 0 });
    const input = { delegateId: toGlobalId("Staff", away.staffId), startsAt, endsAt };
    const { errors } = await machine.query(
      "mutation ($input: DelegateApprovalsInput!) { delegateApprovals(input: $input) { __typename } }",
      { input },
    );
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" }, message: expect.stringMatching(/API key/) }]);
  });

  test("is nobody's from the instant at which the key ends, and while its maker is shut out", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const made = await create(agent, { days: 1 });
    const machine = machineOf(made);
    const { db } = api.house;
    const expiring = (expires_at: Date) =>
      db.updateTable("api_key").set({ expires_at }).where("staff_id", "=", agent.staffId).execute();
    await expiring(new Date(api.clock.now().getTime() - 1));
    expect(await rightsOf(machine)).toBeNull();
    await expiring(new Date(api.clock.now().getTime() + 86_400_000));
    expect(await rightsOf(machine)).toEqual(["CASE_READ"]);
    await db.updateTable("staff").set({ active: false }).where("id", "=", agent.staffId).execute();
    expect(await rightsOf(machine)).toBeNull();
    const seen = await api.as("ADMINISTRATOR").query("query ($id: ID!) { node(id: $id) { ... on ApiKey { state } } }", {
      id: made.apiKey?.id,
    });
    expect(seen.data).toEqual({ node: { state: "MAKER_GONE" } });
  });

  test("says when it was last used, and writes that once in five minutes", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const machine = machineOf(await create(agent));
    await rightsOf(machine);
    const [first] = await rowsOf(agent);
    expect(first?.used_at).not.toBeNull();
    const soon = new Date(api.clock.now().getTime() - 60_000);
    await api.house.db.updateTable("api_key").set({ used_at: soon }).where("staff_id", "=", agent.staffId).execute();
    await rightsOf(machine);
    expect((await rowsOf(agent))[0]?.used_at).toEqual(soon);
    const long = new Date(api.clock.now().getTime() - 6 * 60_000);
    await api.house.db.updateTable("api_key").set({ used_at: long }).where("staff_id", "=", agent.staffId).execute();
    await rightsOf(machine);
    expect((await rowsOf(agent))[0]?.used_at?.getTime()).toBeGreaterThan(long.getTime());
  });

  test("stands in the log as its key's, of its maker", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const machine = machineOf(await create(agent, { name: "Shop back office", scopes: ["CASE_READ", "CASE_NOTE"] }));
    const { id, caseId } = await newCase(api);
    const { version } = await caseRow(api, caseId);
    const input = { caseId: id, expectedVersion: version, idempotencyKey: newId(), message: "Seen by the till." };
    const { data } = await machine.query("mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename } }", {
      input,
    });
    expect(data).toEqual({ addNote: { __typename: "CaseActionDone" } });
    const seen = await api.as("SUPERVISOR").query<{
      case: { events: { edges: { node: { kind: string; byKey: string | null; actor: { id: string } | null } }[] } };
    }>("query ($id: ID!) { case(id: $id) { events { edges { node { kind byKey actor { id } } } } } }", { id });
    const nodes = seen.data.case.events.edges.map(({ node }) => node);
    const actor = { id: toGlobalId("Staff", agent.staffId) };
    expect(nodes.find(({ kind }) => kind === "ADD_NOTE")).toMatchObject({ byKey: "Shop back office", actor });
    expect(nodes.find(({ kind }) => kind === "OPEN")).toMatchObject({ byKey: null });
  });
});

describe("ending a key", () => {
  test("is its maker's and the administrators' to do, and nobody else's", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const [mine, theirs] = [await create(agent), await create(agent)];
    const denied = await revoke(api.as("SUPERVISOR"), mine.apiKey?.id);
    expect(denied).toEqual({ __typename: "ApiKeyNotFound", message: expect.stringMatching(/Nothing was changed/) });
    expect(await rightsOf(machineOf(mine))).toEqual(["CASE_READ"]);
    const by = (client: SignedIn) => ({ state: "REVOKED", revokedBy: { id: toGlobalId("Staff", client.staffId) } });
    expect(await revoke(agent, mine.apiKey?.id)).toMatchObject({ apiKey: by(agent) });
    const admin = api.as("ADMINISTRATOR");
    expect(await revoke(admin, theirs.apiKey?.id)).toMatchObject({ apiKey: by(admin) });
    for (const made of [mine, theirs]) expect(await rightsOf(machineOf(made))).toBeNull();
    expect(await revoke(agent, theirs.apiKey?.id)).toMatchObject({ apiKey: by(admin) });
  });

  test("twice at once names whoever was first, to both", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const { apiKey } = await create(agent);
    const told = await Promise.all([revoke(agent, apiKey?.id), revoke(api.as("ADMINISTRATOR"), apiKey?.id)]);
    expect(told[0]?.__typename).toBe("ApiKeyRevoked");
    expect(told[0]).toEqual(told[1]);
  });
});

test("everybody lists their own keys; administrators list everybody's, page by page", async () => {
  const agent = await api.another("SUPPORT_AGENT");
  const made = [await create(agent), await create(agent), await create(agent)].map(({ apiKey }) => apiKey?.id);
  const LIST =
    "query ($first: Int!, $after: String) { apiKeys(first: $first, after: $after) { edges { cursor node { id } } } }";
  const page = async (client: SignedIn, after: string | null) =>
    (await client.query<{ apiKeys: { edges: { cursor: string; node: { id: string } }[] } }>(LIST, { first: 2, after }))
      .data.apiKeys.edges;
  for (const client of [agent, api.as("ADMINISTRATOR")]) {
    const first = await page(client, null);
    const second = await page(client, first.at(-1)?.cursor ?? null);
    expect([...first, ...second].slice(0, 3).map(({ node }) => node.id)).toEqual(made.toReversed());
  }
  const others = await api.as("SUPERVISOR").query("{ apiKeys(first: 100) { edges { node { mine } } } }");
  expect(JSON.stringify(others.data)).not.toContain('"mine":false');
});
