import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayDecisions } from "../../server/cases/queries/replay-decisions.ts";
import { fromGlobalId, toGlobalId } from "../../server/kernel/ids.ts";
import { stampIn } from "../../server/kernel/zoned-time.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";
import {
  approve,
  ask,
  discard,
  draftOf,
  givenVersion,
  publish,
  publishText,
  save,
  start,
  submit,
} from "../support/policy-room.ts";

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

const decidesOn = (policy: string, days: readonly string[]) =>
  decidesAt(
    policy,
    days.map((day) => `${day}T12:00:00Z`),
  );

/** The version that decides at each of these moments, by its number; null where none does. */
async function decidesAt(policy: string, moments: readonly string[]): Promise<readonly (number | null)[]> {
  const rows = await api.house.db
    .selectFrom("policy_version")
    .select(["version", "effective_from", "effective_until"])
    .where("policy", "=", policy)
    .execute();
  return moments.map((moment) => {
    const at = new Date(moment);
    const found = rows.filter((row) => row.effective_from <= at && (row.effective_until ?? new Date(8e15)) > at);
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0]?.version ?? null;
  });
}

const startOf = (day: string) => `${day}T00:00:00.000+08:00`;
const limits = (days: number) => (content: object) => ({ ...content, windowDays: days });

describe("a version that was scheduled by mistake", () => {
  test("is withdrawn: the one before goes on, the next text begins from that, and another takes its day", async () => {
    const days = ["2098-11-30", "2099-01-01", "2099-06-01"];
    const wrong = await givenVersion(api, limits(99), { from: startOf("2098-12-01") });
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
    await publishText(
      api,
      draftOf(await save(officer(), draft, { ...draft.content, windowDays: 12 })),
      startOf("2098-12-01"),
    );
    expect(await decidesOn("default", days)).toEqual([1, 3, 3]);
  });

  test("is nothing whose wording is changed: what stands in its place is, under its own number, and nobody reads it again", async () => {
    const create = { scope: "CATEGORY", value: "7998", label: { zh: "水族馆", en: "Aquariums" } };
    const first = draftOf(await ask(officer(), "createPolicy", "CreatePolicyInput", create));
    await publishText(api, draftOf(await save(officer(), first, { ...first.content, windowDays: 9 })), null);
    const agent = await api.another("SUPPORT_AGENT");
    type ToRead = { viewer: { policiesToRead: { id: string; contentHash: string; policy: string }[] } };
    const toRead = async () =>
      (
        await agent.query<ToRead>("{ viewer { policiesToRead { id contentHash policy } } }")
      ).data.viewer.policiesToRead.filter(({ policy }) => policy === "category-7998");
    const [{ id: versionId, contentHash } = { id: "", contentHash: "" }] = await toRead();
    const ATTEST = "mutation ($input: AttestPolicyInput!) { attestPolicy(input: $input) { __typename } }";
    await agent.query(ATTEST, { input: { versionId, contentHash } });
    expect(await toRead()).toEqual([]);

    const from = startOf("2095-12-01");
    const wrong = await givenVersion(api, limits(96), { policy: "category-7998", from });
    const draft = await start(officer(), "category-7998");
    const reworded = { ...draft.content, title: { zh: "水族馆退款", en: "Refunds of aquariums" } };
    const saved = draftOf(await save(officer(), draft, reworded, "MINOR"));
    expect(saved.versionName).toBe("v2.1");
    await send(officer(), WITHDRAW, wrong);
    expect((await submit(officer(), saved)).reasons).toEqual([{ code: "DECIDES_OTHERWISE" }]);
    const again = draftOf(await save(officer(), saved, { ...reworded, windowDays: 9 }, "MINOR"));
    expect(again.versionName).toBe("v1.1");
    await publishText(api, again, null);
    expect(await toRead()).toEqual([]);
  });

  test("leaves no change of its wording to be published, though two have agreed to it", async () => {
    const wrong = await givenVersion(api, limits(95), { from: startOf("2099-12-01") });
    const draft = await start(officer());
    const reworded = { ...draft.content, title: { zh: "退款政策", en: "Our refunds" } };
    const submitted = draftOf(await submit(officer(), draftOf(await save(officer(), draft, reworded, "MINOR"))));
    const once = draftOf(await approve(await api.another("COMPLIANCE_OFFICER"), submitted));
    const approved = draftOf(await approve(api.as("SUPERVISOR"), once));
    await send(officer(), WITHDRAW, wrong);
    expect((await publish(officer(), approved)).reasons).toEqual([{ code: "DECIDES_OTHERWISE" }]);
    await discard(officer(), approved);
  });

  test("is no version to read, and none of the public page", async () => {
    const wrong = await givenVersion(api, limits(98), { from: startOf("2097-05-01") });
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
    const wrong = await givenVersion(api, limits(97), { from: startOf("2096-12-01") });
    const draft = await start(officer());
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 21 }));
    const [withdrawn] = await Promise.all([
      send(officer(), WITHDRAW, wrong),
      send(officer(), WITHDRAW, wrong),
      publishText(api, saved, startOf("2096-12-15")),
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

describe("a version that begins within a day", () => {
  test("decides from that minute on, and what was decided before stays with the one before it", async () => {
    const from = new Date(Math.ceil(api.clock.now().getTime() / 60_000) * 60_000 + 90 * 60_000);
    const decidedBy = async () => {
      const { caseId } = await givenCase(api);
      const decision = api.house.db.selectFrom("decision").where("case_id", "=", caseId);
      return (await decision.select("policy_version_id").executeTakeFirstOrThrow()).policy_version_id;
    };
    const id = idOf(await givenVersion(api, limits(33), { from: from.toISOString() }));
    const stands = () =>
      api.house.db.selectFrom("policy_version").select("effective_from").where("id", "=", id).executeTakeFirst();
    expect((await stands())?.effective_from).toEqual(from);
    api.clock.advance({ minutes: 80 });
    const before = await decidedBy();
    expect(before).not.toBe(id);
    api.clock.advance({ minutes: 11 });
    expect(await decidedBy()).toBe(id);
    let replayed = 0;
    for await (const found of replayDecisions(api.house.db)) {
      expect(found.kind).toBe("PROGRESS");
      replayed += 1;
    }
    expect(replayed).toBeGreaterThan(0);
    const page = await api.app.inject({ url: "/policy/default?lang=en" });
    expect(page.body).toContain(`from ${stampIn(from, "Asia/Shanghai")} (China time)`);
  });

  test("can follow another of the same day, and none begins where another does", async () => {
    const moments = ["09:29:59.999", "09:30:00.000", "17:44:59.999", "17:45:00.000"].map(
      (time) => `2095-03-01T${time}+08:00`,
    );
    const numberOf = async (draftId: string) => {
      const row = api.house.db.selectFrom("policy_version").select("version").where("id", "=", idOf(draftId));
      return (await row.executeTakeFirstOrThrow()).version;
    };
    const late = await numberOf(await givenVersion(api, limits(41), { from: "2095-03-01T17:45:00+08:00" }));
    const early = await numberOf(await givenVersion(api, limits(42), { from: "2095-03-01T09:30:00+08:00" }));
    const [earlier] = await decidesAt("default", moments);
    expect(await decidesAt("default", moments)).toEqual([earlier, early, early, late]);
    await expect(givenVersion(api, limits(43), { from: "2095-03-01T09:30:00+08:00" })).rejects.toThrow(
      "STARTS_WITH_ANOTHER",
    );
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
    expect((await send(officer(), END, narrow, { from: startOf("2020-01-01") })).reasons).toEqual([
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
