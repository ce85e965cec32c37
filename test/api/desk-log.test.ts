import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { keyAttempts } from "../support/key-attempts.ts";
import { maintenanceAttempts } from "../support/maintenance-attempts.ts";
import { registryAttempts } from "../support/registry-attempts.ts";
import { roleAttempts } from "../support/role-attempts.ts";
import { settingsAttempts } from "../support/settings-attempts.ts";
import { staffAttempts } from "../support/staff-attempts.ts";
import { webhookAttempts } from "../support/webhook-attempts.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Entry {
  readonly id: string;
  readonly area: string;
  readonly action: string;
  readonly at: string;
  readonly about: string | null;
  readonly reason: string | null;
  readonly by: { readonly id: string } | null;
  readonly facts: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

const LOG = `query ($filter: DeskLogFilter, $first: Int!, $after: String) {
  deskLog(filter: $filter, first: $first, after: $after) {
    edges { node { id area action at about reason by { id } facts { field before after } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function log(filter: object = {}, more: { first?: number; after?: string | null; language?: string } = {}) {
  const { first = 100, after = null, language = "en" } = more;
  const asked = { query: LOG, variables: { filter, first, after } };
  const { body } = await api.as("COMPLIANCE_OFFICER").send(asked, { "accept-language": language });
  return (body as { data: { deskLog: Page } }).data.deskLog;
}
const entries = async (filter: object = {}, language = "en") =>
  (await log(filter, { language })).edges.map(({ node }) => node);

/** Does it as when nothing is wrong; whoever did it. */
async function perform(mutation: string): Promise<string> {
  const attempts = {
    ...{ ...staffAttempts(api), ...roleAttempts(api), ...keyAttempts(api), ...registryAttempts(api) },
    ...{ ...maintenanceAttempts(api), ...webhookAttempts(api), ...settingsAttempts(api) },
  };
  const attempt = await attempts[mutation]?.();
  const field = buildApiSchema().getMutationType()?.getFields()[mutation];
  if (attempt === undefined || field === undefined) throw new Error(`${mutation} stands in no table`);
  const typed = field.args.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(", ");
  const { data, errors } = await attempt.client.query<{ answer: { __typename: string } } | null>(
    `mutation (${typed}) { answer: ${mutation}(${given}) { __typename } }`,
    attempt.variables,
  );
  expect([data?.answer.__typename, errors]).not.toEqual([expect.stringMatching(/Refused|Stale|NotFound/), []]);
  return toGlobalId("Staff", attempt.client.staffId);
}

describe("the desk's own log", () => {
  test.each([
    ["inviteStaff", "PEOPLE", "INVITED"],
    ["suspendStaff", "PEOPLE", "SUSPEND"],
    ["withdrawRoleChange", "ROLE", "WITHDRAWN"],
    ["proposeRoleChange", "ROLE", "PROPOSED"],
    ["createApiKey", "API_KEY", "MADE"],
    ["revokeApiKey", "API_KEY", "REVOKED"],
    ["addMerchant", "MERCHANT", "ADDED"],
    ["changeMerchant", "MERCHANT", "CHANGED"],
    ["suspendMerchant", "MERCHANT", "SUSPENDED"],
    ["addTerminal", "MERCHANT", "TERMINAL_ADDED"],
    ["closeTerminal", "MERCHANT", "TERMINAL_CLOSED"],
    ["addInstitution", "INSTITUTION", "ADDED"],
    ["changeInstitution", "INSTITUTION", "CHANGED"],
    ["correctCalendarDay", "CALENDAR", "CORRECTED"],
    ["withdrawCalendarDay", "CALENDAR", "WITHDRAWN"],
    ["publishCalendarYear", "CALENDAR", "PUBLISHED"],
    ["planProviderMaintenance", "PROVIDER", "PLANNED"],
    ["stopProviderMaintenance", "PROVIDER", "CANCELLED"],
    ["registerWebhookEndpoint", "WEBHOOK", "REGISTERED"],
    ["rotateWebhookSecret", "WEBHOOK", "ROTATED"],
    ["changeDeskSettings", "SETTINGS", "CHANGED"],
  ])("has a line of %s, found by its part and by its action, with who did it", async (mutation, area, kind) => {
    const action = `${area}_${kind}`;
    const before = new Set((await entries({ action })).map(({ id }) => id));
    const by = await perform(mutation);
    const fresh = (await entries({ action })).filter(({ id }) => !before.has(id));
    expect(fresh).toMatchObject([{ area, action, by: { id: by } }]);
    expect((await entries({ area })).map(({ id }) => id)).toContain(fresh[0]?.id);
    expect((await entries({ actorId: by, action })).map(({ id }) => id)).toContain(fresh[0]?.id);
    const nobody = toGlobalId("Staff", api.as("TRAINER").staffId);
    expect(await entries({ actorId: nobody, action })).toEqual([]);
  });

  test("says what was different, and names things and rights in the reader's language", async () => {
    await perform("changeDeskSettings");
    const [changed] = await entries({ area: "SETTINGS" });
    expect(changed?.facts).toContainEqual({
      ...{
        field: "NAME_EN",
        before: expect.stringContaining("Refund"),
        after: expect.stringContaining("Refund Centre"),
      },
    });
    await perform("planProviderMaintenance");
    expect((await entries({ area: "PROVIDER" }))[0]).toMatchObject({
      ...{ about: "Simulated acquirer", reason: "The acquirer is upgraded" },
      facts: [{ field: "STARTS", before: null, after: expect.stringMatching(/^\d{4}-.*Z$/) }, { field: "ENDS" }],
    });
    expect((await entries({ area: "PROVIDER" }, "zh-CN"))[0]).toMatchObject({
      ...{ about: "模拟收单机构", reason: "收单机构升级" },
    });
    const [key] = await entries({ action: "API_KEY_MADE" }, "zh-CN");
    expect(key?.facts.find(({ field }) => field === "SCOPES")?.after).toMatch(/[\u4e00-\u9fff]/);
  });

  test("goes on behind the last line of a page, the latest first, with none twice and none left out", async () => {
    const whole = await entries();
    expect(whole.length).toBeGreaterThan(20);
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo }: Page = await log({}, { first: 7, after });
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.map(({ id }) => id));
  });

  test("ends with the day that was asked for, by the desk's days", async () => {
    const [newest] = await entries();
    const day = new Date(new Date(newest?.at ?? "").getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect((await entries({ from: day, to: day })).map(({ id }) => id)).toContain(newest?.id);
    expect((await entries({ to: dayBefore })).map(({ id }) => id)).not.toContain(newest?.id);
  });

  test("is no matter of whoever does not read the audit log", async () => {
    const { data } = await api.as("SUPPORT_AGENT").query("{ deskLog(first: 5) { edges { node { id } } } }");
    expect(data).toEqual({ deskLog: { edges: [] } });
  });
});
