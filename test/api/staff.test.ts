import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { staffRoles } from "../../server/staff/domain/roles.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface ViewerAnswer {
  readonly viewer: {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly permissions: string[];
    readonly locale: string;
  } | null;
}
const VIEWER = "{ viewer { id name role permissions locale } }";

interface StaffAnswer {
  readonly staff: {
    readonly edges: { readonly node: { id: string; name: string; role: string; email: string | null } }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const STAFF = `query ($first: Int! = 50, $after: String) {
  staff(first: $first, after: $after) { edges { node { id name role email } } pageInfo { hasNextPage endCursor } } }`;

describe("the viewer", () => {
  test.each(staffRoles)("of %s is told their role and what they may do", async (role) => {
    const client = api.as(role);
    const { viewer } = (await client.query<ViewerAnswer>(VIEWER)).data;
    expect(viewer).toMatchObject({ id: toGlobalId("Staff", client.staffId), role, locale: "EN" });
    expect(viewer?.permissions).toHaveLength(new Set(builtInPermissions[role]).size);
  });

  test("is nobody for whoever has not signed in, and for a made-up cookie, key or link", async () => {
    const { app } = api;
    for (const headers of [
      {},
      { cookie: "redress.session_token=abc.def" },
      { authorization: "Bearer redress_nonsense" },
      { "x-case-token": "nonsense" },
    ]) {
      const response = await app.inject({
        method: "POST",
        url: "/graphql",
        payload: { query: "{ viewer { id } }" },
        headers,
      });
      expect(response.json()).toEqual({ data: { viewer: null } });
    }
  });

  test("is the member of staff whose key a machine shows", async () => {
    const { staffId } = api.as("SUPPORT_AGENT");
    const machine = await api.asMachine(staffId);
    expect((await machine.query<ViewerAnswer>(VIEWER)).data.viewer).toMatchObject({ id: toGlobalId("Staff", staffId) });
  });

  test("reads how far their word reaches, in their language", async () => {
    const client = api.as("SUPERVISOR");
    const answer = await client.send({ query: "{ viewer { limits } }" }, { "accept-language": "zh-CN,zh;q=0.9" });
    expect(answer.body).toMatchObject({
      data: { viewer: { limits: [/./, /合规/].map((words) => expect.stringMatching(words)) } },
    });
    const { data } = await api.as("TRAINER").query("{ viewer { limits } }");
    expect(data).toEqual({ viewer: { limits: [] } });
  });

  test("has a new role with the next request", async () => {
    const member = await api.another("SUPPORT_AGENT");
    await api.house.db.updateTable("staff").set({ role: "TRAINER" }).where("id", "=", member.staffId).execute();
    expect((await member.query<ViewerAnswer>(VIEWER)).data.viewer).toMatchObject({ role: "TRAINER" });
  });

  test("costs one statement", async () => {
    const client = api.as("SUPERVISOR");
    expect(await countStatements(api.house.database, () => client.query(VIEWER))).toBe(1);
    expect(await countStatements(api.house.database, () => api.asStranger().query(VIEWER))).toBe(0);
  });
});

describe("the list of staff", () => {
  test("is read page by page, each person once", async () => {
    const client = api.as("ADMINISTRATOR");
    const whole = (await client.query<StaffAnswer>(STAFF)).data.staff.edges.map(({ node }) => node.id);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo }: StaffAnswer["staff"] = (await client.query<StaffAnswer>(STAFF, { first: 2, after }))
        .data.staff;
      paged.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged.length).toBeGreaterThanOrEqual(staffRoles.length);
  });

  test.each(["MERCHANT_VERIFIER", "BANK_OFFICER"] as const)(
    "is empty for %s, as if there were nobody",
    async (role) => {
      const { staff } = (await api.as(role).query<StaffAnswer>(STAFF)).data;
      expect(staff).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
    },
  );

  test.each([
    ["no rows at a time", { first: 0 }],
    ["a thousand at a time", { first: 1000 }],
    ["a cursor of another list", { after: "bm9uc2Vuc2U" }],
    ["a cursor with a NUL", { after: Buffer.from('["a\\u0000","b"]').toString("base64url") }],
  ])("does not take %s", async (_what, variables) => {
    const { errors } = await api.as("ADMINISTRATOR").query(STAFF, variables);
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });
});
