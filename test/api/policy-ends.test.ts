import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromGlobalId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";
import { ask, draftOf, givenVersion, publishText, save, start } from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const officer = () => api.as("COMPLIANCE_OFFICER");
const version = "version { name state effectiveUntil ended { action note actor { id } } }";
const WITHDRAW = `mutation ($input: WithdrawPolicyVersionInput!) { answer: withdrawPolicyVersion(input: $input) { __typename
  ... on PolicyVersionDone { ${version} } ... on PolicyRefused { reasons { code } } } }`;
const END = `mutation ($input: EndPolicyInput!) { answer: endPolicy(input: $input) { __typename
  ... on PolicyVersionDone { ${version} } ... on PolicyRefused { reasons { code } } } }`;

interface Answer {
  readonly __typename: string;
  readonly version?: { readonly name: string; readonly state: string };
  readonly reasons?: readonly { readonly code: string }[];
}

const idOf = (draftId: string) => fromGlobalId(draftId)?.id ?? "";

async function send(client: SignedIn, mutation: string, draftId: string, more: object = {}): Promise<Answer> {
  const input = { versionId: toGlobalId("PolicyVersion", idOf(draftId)), reason: "The limit was wrong.", ...more };
  const { data, errors } = await client.query<{ answer: Answer } | null>(mutation, { input });
  return data?.answer ?? { __typename: errors[0]?.extensions?.code ?? "NOTHING" };
}

/** The version that decides each of these days, by its number; null where none does. */
async function decidesOn(policy: string, days: readonly string[]): Promise<readonly (number | null)[]> {
  const rows = await api.house.db
    .selectFrom("policy_version")
    .select(["version", "effective_from", "effective_until"])
    .where("policy", "=", policy)
    .execute();
  return days.map((day) => {
    const at = new Date(`${day}T12:00:00Z`);
    const found = rows.filter((row) => row.effective_from <= at && (row.effective_until ?? new Date(8e15)) > at);
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0]?.version ?? null;
  });
}

const limits = (days: number) => (content: object) => ({ ...content, windowDays: days });

describe("a version that was scheduled by mistake", () => {
  test("is withdrawn: the one before goes on, the next text begins from that, and another takes its day", async () => {
    const days = ["2098-11-30", "2099-01-01", "2099-06-01"];
    const wrong = await givenVersion(api, limits(99), { from: "2098-12-01" });
    expect(await decidesOn("default", days)).toEqual([1, 2, 2]);
    expect((await send(api.as("SUPERVISOR"), WITHDRAW, wrong)).__typename).toBe("FORBIDDEN");
    expect(await send(officer(), WITHDRAW, wrong)).toMatchObject({
      version: {
        name: "v2",
        state: "WITHDRAWN",
        ended: {
          action: "WITHDRAW",
          note: "The limit was wrong.",
          actor: { id: toGlobalId("Staff", officer().staffId) },
        },
      },
    });
    expect(await decidesOn("default", days)).toEqual([1, 1, 1]);
    expect((await send(officer(), WITHDRAW, wrong)).reasons).toEqual([{ code: "WITHDRAWN_BEFORE" }]);
    const draft = await start(officer());
    expect(draft.content.windowDays).not.toBe(99);
    expect(draft.versionName).toBe("v3");
    await publishText(api, draftOf(await save(officer(), draft, { ...draft.content, windowDays: 12 })), "2098-12-01");
    expect(await decidesOn("default", days)).toEqual([1, 3, 3]);
  });

  test("is no version to read, and none of the public page", async () => {
    const wrong = await givenVersion(api, limits(98), { from: "2097-05-01" });
    await send(officer(), WITHDRAW, wrong);
    const agent = await api.another("SUPPORT_AGENT");
    const { data } = await agent.query<{ viewer: { policiesToRead: { id: string }[] } }>(
      "{ viewer { policiesToRead { id } } }",
    );
    expect(JSON.stringify(data)).not.toContain(toGlobalId("PolicyVersion", idOf(wrong)));
    const page = await api.app.inject({ url: "/policy/default?lang=en", headers: { "accept-language": "en" } });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain("98 days");
  });

  test("withdrawn and published over at once: one word comes first, and every day has one version", async () => {
    const days = ["2096-11-30", "2096-12-31", "2097-12-31"];
    const wrong = await givenVersion(api, limits(97), { from: "2096-12-01" });
    const draft = await start(officer());
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 21 }));
    const [withdrawn] = await Promise.all([
      send(officer(), WITHDRAW, wrong),
      send(officer(), WITHDRAW, wrong),
      publishText(api, saved, "2096-12-15"),
    ]);
    expect(["PolicyVersionDone", "PolicyRefused"]).toContain(withdrawn.__typename);
    expect((await decidesOn("default", days)).every((number) => number !== null)).toBe(true);
  });

  test("stays once it has decided, whatever program would take it back", async () => {
    const known = await api.house.db
      .selectFrom("policy_version")
      .select(["id", "effective_from"])
      .where("policy", "=", "default")
      .orderBy("effective_from")
      .executeTakeFirstOrThrow();
    await givenCase(api);
    const first = toGlobalId("PolicyDraft", known.id);
    expect((await send(officer(), WITHDRAW, first)).reasons).toEqual([{ code: "HAS_BEGUN" }]);
    const takeBack = api.house.db.updateTable("policy_version").set({ effective_until: known.effective_from });
    await expect(takeBack.where("id", "=", known.id).execute()).rejects.toThrow(/never changed/);
  });
});

describe("a policy for a narrower scope", () => {
  test("ends from a moment, and the next wider one decides from then on; everyone's never ends", async () => {
    const create = { scope: "CHANNEL", value: "WEB", label: null };
    const draft = draftOf(await ask(officer(), "createPolicy", "CreatePolicyInput", create));
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 3 }));
    const narrow = await publishText(api, saved, null);
    api.clock.advance({ minutes: 1 });
    const scopeOf = async () => {
      const { caseId } = await givenCase(api);
      const decision = api.house.db.selectFrom("decision").select("choice").where("case_id", "=", caseId);
      return (await decision.executeTakeFirstOrThrow()).choice?.chosen.scope;
    };
    expect(await scopeOf()).toBe("CHANNEL");
    expect((await send(api.as("SUPERVISOR"), END, narrow)).__typename).toBe("FORBIDDEN");
    expect((await send(officer(), END, narrow, { from: "2020-01-01" })).reasons).toEqual([
      { code: "ENDS_IN_THE_PAST" },
    ]);
    const answers = await Promise.all([send(officer(), END, narrow), send(officer(), END, narrow)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["PolicyRefused", "PolicyVersionDone"]);
    expect(await scopeOf()).toBe("CHANNEL");
    api.clock.advance({ minutes: 1 });
    expect(await scopeOf()).toBe("EVERYONE");

    const [everyones] = await api.house.db
      .selectFrom("policy_version")
      .select("id")
      .where("policy", "=", "default")
      .where("effective_from", "<=", api.clock.now())
      .orderBy("effective_from", "desc")
      .execute();
    const ofAll = await send(officer(), END, toGlobalId("PolicyDraft", everyones?.id ?? ""));
    expect(ofAll.reasons?.map(({ code }) => code)).toContain("EVERYONE_NEEDS_ONE");
  });
});
