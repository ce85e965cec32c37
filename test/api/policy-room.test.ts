import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayDecisions } from "../../server/cases/queries/replay-decisions.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { canonicalJson } from "../../server/platform/journal.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";
import {
  approve,
  ask,
  type DraftAnswer,
  discard,
  draftOf,
  givenVersion,
  publish,
  publishText,
  save,
  start,
  submit,
} from "../support/policy-room.ts";
import { giveRights } from "../support/role-rights.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const codes = ({ reasons }: DraftAnswer) => reasons?.map(({ code }) => code);
const officer = () => api.as("COMPLIANCE_OFFICER");
const rowOf = (id: string) =>
  api.house.db
    .selectFrom("policy_draft")
    .selectAll()
    .where("id", "=", fromGlobalId(id)?.id ?? "")
    .executeTakeFirstOrThrow();

describe("a role that writes policies and does not approve them", () => {
  test("is told which right it lacks, of every draft, and begins none that it would not be shown", async () => {
    const draft = await start(officer());
    await giveRights(api, "TRAINER", [...builtInPermissions.TRAINER, "policy.read", "policy.write"]);
    const writer = await api.another("TRAINER");
    const scope = { scope: "CATEGORY", value: "7997", label: { zh: "健身", en: "gyms" } };
    for (const answer of [
      await ask(writer, "startPolicyDraft", "String", "default" as never),
      await ask(writer, "createPolicy", "CreatePolicyInput", scope),
      await save(writer, draft, { ...draft.content, windowDays: 14 }),
      await discard(writer, draft),
    ])
      expect(answer).toMatchObject({ __typename: "PolicyRefused", reasons: [{ code: "SEES_NO_DRAFTS" }] });
    expect(await testing(writer)).toEqual(["SEES_NO_DRAFTS", "SEES_NO_DRAFTS"]);
    expect((await rowOf(draft.id)).revision).toBe(draft.revision);
    expect(await api.house.db.selectFrom("policy").selectAll().where("value", "=", "7997").execute()).toEqual([]);
    await giveRights(api, "TRAINER", builtInPermissions.TRAINER);
    draftOf(await discard(officer(), draft));
  });

  /** Keeps a test case that it would not be shown, and drops one. */
  async function testing(writer: SignedIn): Promise<readonly (string | undefined)[]> {
    const said = "{ __typename ... on PolicyRefused { reasons { code } } }";
    const facts = {
      ...{
        amount: { minor: "100000", currency: "CNY" },
        reason: "OTHER",
        merchantAnswer: "SILENT",
        daysSinceSale: 400,
      },
      ...{ amountRefundable: true, withinWindow: false, proofPresent: true, identityConfirmed: true },
      goodsAccepted: true,
    };
    const { data } = await writer.query<{ keep: DraftAnswer; drop: DraftAnswer }>(
      `mutation ($input: KeepPolicyTestInput!, $id: ID!) { keep: keepPolicyTest(input: $input) ${said} drop: dropPolicyTest(id: $id) ${said} }`,
      { id: newId(), input: { id: newId(), policy: "default", name: "Unseen", expected: "APPROVE", facts } },
    );
    return [data.keep, data.drop].map((answer) => answer.reasons?.[0]?.code ?? answer.__typename);
  }
});

describe("the life of a version", () => {
  test("one writes, two others agree, and from then on it decides", async () => {
    const before = await givenCase(api);
    const draft = await start(officer());
    expect(draft).toMatchObject({ revision: 1, state: "DRAFT", versionName: "v2" });
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 14 }));
    expect(saved.content.windowDays).toBe(14);
    const submitted = draftOf(await submit(officer(), saved));

    expect(codes(await approve(officer(), submitted))).toEqual(["OWN_DRAFT"]);
    expect(codes(await publish(officer(), submitted))).toEqual(["WRONG_STATE", "APPROVALS_MISSING"]);
    const second = await api.another("COMPLIANCE_OFFICER");
    const once = draftOf(await approve(second, submitted));
    expect(once.state).toBe("IN_REVIEW");
    expect(codes(await approve(second, once))).toEqual(["ALREADY_APPROVED_BY_YOU"]);
    const twice = draftOf(await approve(api.as("SUPERVISOR"), once));
    expect(twice.state).toBe("APPROVED");
    expect(draftOf(await publish(second, twice)).state).toBe("PUBLISHED");
    // Whoever was deciding while it was written went by the version before, and so does everybody for a minute.
    const meanwhile = await givenCase(api);

    api.clock.advance({ minutes: 1 });
    const after = await givenCase(api);
    const decided = await api.house.db
      .selectFrom("decision")
      .innerJoin("policy_version", "policy_version.id", "decision.policy_version_id")
      .select(["decision.case_id", "policy_version.version", "decision.choice"])
      .where("decision.case_id", "in", [before.caseId, meanwhile.caseId, after.caseId])
      .orderBy("decision.id")
      .execute();
    expect(decided).toMatchObject([
      { case_id: before.caseId, version: 1 },
      { case_id: meanwhile.caseId, version: 1 },
      { case_id: after.caseId, version: 2, choice: { chosen: { policy: "default", scope: "EVERYONE" } } },
    ]);
    const VERSIONS =
      '{ policy(name: "default") { versions { name state windowDays approvedBy { name } changes { words before after binds } } } }';
    expect((await officer().query(VERSIONS)).data).toMatchObject({
      policy: {
        versions: [
          {
            name: "v2",
            state: "IN_FORCE",
            windowDays: 14,
            changes: [{ words: "The window", before: "7 days", after: "14 days", binds: true }],
          },
          { name: "v1", state: "RETIRED" },
        ],
      },
    });
  });

  test("any two versions of a policy are compared in words, in either direction, and none of another policy", async () => {
    const VERSIONS = '{ policy(name: "default") { versions { id name } } }';
    interface Told {
      readonly policy: { readonly versions: readonly { readonly id: string; readonly name: string }[] };
    }
    const { versions } = (await officer().query<Told>(VERSIONS)).data.policy;
    const [second, first] = ["v2", "v1"].map((name) => versions.find((each) => each.name === name)?.id);
    const between = (to: string | undefined, since: string | undefined) =>
      officer().query(
        "query ($to: ID!, $since: ID) { node(id: $to) { ... on PolicyVersion { changes(since: $since) { words before after } } } }",
        { to, since },
      );
    expect((await between(first, second)).data).toEqual({
      node: { changes: [{ words: "The window", before: "14 days", after: "7 days" }] },
    });
    expect((await between(second, first)).data).toEqual({
      node: { changes: [{ words: "The window", before: "7 days", after: "14 days" }] },
    });
    expect((await between(second, second)).data).toEqual({ node: { changes: [] } });
    const other = toGlobalId("PolicyVersion", newId());
    expect((await between(second, other)).errors?.[0]?.message).toContain("names no version of this policy");
  });

  test("what was approved is never changed, by whatever program, and neither is what was published", async () => {
    const draft = await start(officer());
    const submitted = draftOf(
      await submit(officer(), draftOf(await save(officer(), draft, { ...draft.content, windowDays: 15 }))),
    );
    expect(codes(await save(officer(), submitted, submitted.content))).toEqual(["WRONG_STATE"]);
    const id = fromGlobalId(draft.id)?.id ?? "";
    const change = api.house.db.updateTable("policy_draft").set({ content: defaultPolicy }).where("id", "=", id);
    await expect(change.execute()).rejects.toThrow(/is not changed/);
    const rewrite = api.house.db.updateTable("policy_version").set({ content: defaultPolicy, content_hash: "x" });
    await expect(rewrite.execute()).rejects.toThrow(/never changed or removed/);
    await expect(api.house.db.deleteFrom("policy_version").execute()).rejects.toThrow(/never changed or removed/);
    draftOf(await discard(officer(), submitted));
  });

  test("of two that save at once one does, and the other is shown what stands", async () => {
    const draft = await start(officer());
    const answers = await Promise.all(
      [21, 22].map((windowDays) => save(officer(), draft, { ...draft.content, windowDays })),
    );
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["PolicyDraftDone", "StalePolicyDraft"]);
    expect((await rowOf(draft.id)).revision).toBe(2);
    draftOf(await discard(officer(), { id: draft.id, revision: 2 }));
  });

  test("a text whose answer was lost is kept when it is sent again as it was typed, and another's is not overtaken", async () => {
    const draft = await start(officer());
    const title = { zh: " 退款政策 ", en: "Refunds \u200e " };
    const windows = [
      { reason: "WRONG_AMOUNT", days: 20 },
      { reason: "OTHER", days: 9 },
    ];
    const typed = { ...draft.content, title, windows, feeFixed: [{ minor: "0", currency: "CNY" }] };
    const once = draftOf(await save(officer(), draft, typed, "MINOR", "More time. "));
    const before = await rowOf(draft.id);
    expect(draftOf(await save(officer(), draft, typed, "MINOR", "More time. ")).revision).toBe(once.revision);
    expect(await rowOf(draft.id)).toEqual(before);
    for (const other of [
      await save(officer(), draft, { ...typed, windowDays: 30 }, "MINOR", "More time. "),
      await save(officer(), draft, typed, "MINOR", "Less time."),
      await save(officer(), draft, typed, "MAJOR", "More time. "),
    ])
      expect(other.__typename).toBe("StalePolicyDraft");
    expect(await rowOf(draft.id)).toEqual(before);
    draftOf(await discard(officer(), once));
  });

  test("of two that begin at once one does, and the other is told of it", async () => {
    const begin = () => ask(officer(), "startPolicyDraft", "String", "default" as unknown as object);
    const answers = await Promise.all([begin(), begin()]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["PolicyDraftDone", "PolicyRefused"]);
    expect(answers.flatMap((answer) => codes(answer) ?? [])).toEqual(["DRAFT_EXISTS"]);
    const begun = answers.find(({ draft }) => draft !== undefined);
    draftOf(await discard(officer(), draftOf(begun ?? { __typename: "none" })));
  });

  test("is begun from a moment to come, and the version before decides until then", async () => {
    const draft = await start(officer());
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 30 }));
    const submitted = draftOf(await submit(officer(), saved));
    const once = draftOf(await approve(await api.another("COMPLIANCE_OFFICER"), submitted));
    const approved = draftOf(await approve(api.as("SUPERVISOR"), once));
    expect(codes(await publish(officer(), approved, "2020-01-01T09:30:00Z"))).toEqual(["STARTS_IN_THE_PAST"]);
    const tomorrow = new Date(api.clock.now().getTime() + 86_400_000).toISOString();
    draftOf(await publish(officer(), approved, tomorrow));
    const { data } = await officer().query<{ policyInForce: { windowDays: number } }>(
      "{ policyInForce { windowDays } }",
    );
    expect(data.policyInForce.windowDays).not.toBe(30);
    api.clock.advance({ days: 1 });
    expect((await officer().query("{ policyInForce { windowDays } }")).data).toEqual({
      policyInForce: { windowDays: 30 },
    });
  });

  test.each(["SUPPORT_AGENT", "TRAINER", "MERCHANT_VERIFIER", "ADMINISTRATOR"] as const)(
    "a %s writes, approves and publishes nothing, and sees no draft",
    async (role) => {
      const draft = await start(officer());
      const client = api.as(role);
      for (const answer of [
        await save(client, draft, draft.content),
        await approve(client, draft),
        await publish(client, draft),
      ])
        expect(answer).toEqual({ __typename: "FORBIDDEN" });
      expect((await client.query('{ policy(name: "default") { draft { id } } }')).data).toEqual({
        policy: { draft: null },
      });
      expect((await client.query("query ($id: ID!) { node(id: $id) { id } }", { id: draft.id })).data).toEqual({
        node: null,
      });
      expect((await rowOf(draft.id)).revision).toBe(1);
      draftOf(await discard(officer(), draft));
    },
  );
});

describe("the narrowest policy", () => {
  test("decides, and the decision says so", async () => {
    const create = (scope: string, value: string, label: object | null) =>
      ask(officer(), "createPolicy", "CreatePolicyInput", { scope, value, label });
    const grocers = draftOf(await create("CATEGORY", "5411", { zh: "超市", en: "grocers" }));
    expect(codes(await create("CATEGORY", "5411", { zh: "超市", en: "grocers" }))).toEqual(["SCOPE_TAKEN"]);
    expect(codes(await create("CATEGORY", "54", { zh: "超市", en: "grocers" }))).toEqual(["SCOPE_UNKNOWN"]);
    await publishText(api, draftOf(await save(officer(), grocers, { ...grocers.content, windowDays: 3 })), null);
    const own = draftOf(await create("MERCHANT", toGlobalId("Merchant", api.own.merchantId), null));
    api.clock.advance({ minutes: 1 });
    const byCategory = await givenCase(api);
    await publishText(api, draftOf(await save(officer(), own, { ...own.content, windowDays: 2 })), null);
    api.clock.advance({ minutes: 1 });
    const byMerchant = await givenCase(api, { merchantId: api.own.merchantId });
    const CHOICE =
      "query ($id: ID!) { case(id: $id) { decision { policyChoice replaysTheSame policyVersion { windowDays } } } }";
    expect((await officer().query(CHOICE, { id: byCategory.id })).data).toMatchObject({
      case: {
        decision: {
          replaysTheSame: true,
          policyVersion: { windowDays: 3 },
          policyChoice: expect.stringContaining("grocers (v1)"),
        },
      },
    });
    expect((await officer().query(CHOICE, { id: byMerchant.id })).data).toMatchObject({
      case: {
        decision: {
          policyVersion: { windowDays: 2 },
          policyChoice: expect.stringContaining("narrower than the one for grocers"),
        },
      },
    });
  });
});

describe("no two versions of one policy decide at once", () => {
  test("whatever is written, the database refuses it", async () => {
    const { db } = api.house;
    await db
      .insertInto("policy")
      .values({
        name: "channel-FILE",
        scope: "CHANNEL",
        value: "FILE",
        label: { zh: "文件", en: "a file" },
        created_at: new Date(),
      })
      .execute();
    // All within some hours, midnight among them.
    const moment = (n: number) => new Date(Date.UTC(2027, 0, 1, 22, n * 17));
    const anySpan = fc
      .tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 8 })))
      .map(([from, length]) => ({ from, until: length === null ? null : from + length }));
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anySpan, { minLength: 2, maxLength: 6 }), async (spans) => {
        for (const { from, until } of spans) {
          number += 1;
          const row = {
            id: newId(),
            policy: "channel-FILE",
            version: number,
            content: defaultPolicy,
            content_hash: "x",
            change_note: "",
          };
          await db
            .insertInto("policy_version")
            .values({
              ...row,
              effective_from: moment(from),
              effective_until: until === null ? null : moment(until),
              published_at: moment(0),
            })
            .execute()
            .catch((error: unknown) => {
              expect(String(error)).toMatch(/policy_version_one_at_a_time/);
            });
        }
        const kept = await db
          .selectFrom("policy_version")
          .select(["effective_from", "effective_until"])
          .where("policy", "=", "channel-FILE")
          .execute();
        for (let at = 0; at < 30; at += 1) {
          const deciding = kept.filter(
            (row) =>
              row.effective_from <= moment(at) && (row.effective_until === null || row.effective_until > moment(at)),
          );
          expect(deciding.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});

describe("the past", () => {
  test("stays as it was decided, whatever is edited and published after it", async () => {
    const stored = async () =>
      canonicalJson(await api.house.db.selectFrom("decision").selectAll().orderBy("id").execute());
    await givenCase(api);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 9 }),
        async (windowDays, dropped) => {
          const before = await stored();
          await givenVersion(api, (content) => ({
            ...content,
            windowDays,
            rows: content.rows.map((row, at) =>
              at === dropped ? { ...row, because: { zh: `改 ${windowDays}`, en: `Changed ${windowDays}` } } : row,
            ),
          }));
          api.clock.advance({ minutes: 1 });
          expect(await stored()).toBe(before);
          for await (const found of replayDecisions(api.house.db)) expect(found.kind).toBe("PROGRESS");
        },
      ),
      { numRuns: 4, seed: 8 },
    );
  });

  test("is decided again by a draft, with the money that would move", async () => {
    const draft = await start(officer());
    const rows = draft.content.rows.map((row) => ({ ...row, outcome: "APPROVE" }));
    draftOf(await save(officer(), draft, { ...draft.content, rows }));
    const BACK_TEST =
      "query ($id: ID!) { policyDraft(id: $id) { backTest { decided flipped ways { before after count } moved { minor currency } flips { caseNumber before after } } } }";
    const { data } = await officer().query<{
      policyDraft: { backTest: { decided: number; flipped: number; moved: { minor: string }[]; flips: object[] } };
    }>(BACK_TEST, { id: draft.id });
    const { backTest } = data.policyDraft;
    expect(backTest.decided).toBeGreaterThanOrEqual(1);
    expect(backTest.flips).toHaveLength(backTest.flipped);
    draftOf(await discard(officer(), { id: draft.id, revision: 2 }));
  });
});

describe("a kept test", () => {
  const facts = {
    amount: { minor: "1000", currency: "CNY" },
    reason: "DUPLICATE_CHARGE",
    merchantAnswer: "CONFIRMED",
    daysSinceSale: 1,
    amountRefundable: true,
    withinWindow: true,
    proofPresent: true,
    identityConfirmed: true,
    goodsAccepted: true,
  };
  const KEEP =
    "mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { __typename ... on PolicyTestsDone { policy { tests { id passed got expected } } } } }";

  test("that comes out otherwise keeps a text from being approved, and the same id says it anew", async () => {
    const id = newId();
    const keep = (expected: string) =>
      officer().query<{ keepPolicyTest: object }>(KEEP, {
        input: { id, policy: "default", name: "A small double charge", facts, expected },
      });
    expect((await keep("DECLINE")).data.keepPolicyTest).toMatchObject({
      policy: { tests: [{ id, passed: false, got: "APPROVE_AT_ONCE" }] },
    });
    const draft = await start(officer());
    const submitted = draftOf(
      await submit(officer(), draftOf(await save(officer(), draft, { ...draft.content, windowDays: 99 }))),
    );
    const second = await api.another("COMPLIANCE_OFFICER");
    expect(codes(await approve(second, submitted))).toEqual(["TESTS_FAIL"]);
    // Whoever wrote it does not turn the test round behind the backs of its readers.
    expect((await keep("APPROVE_AT_ONCE")).data.keepPolicyTest).toEqual({ __typename: "PolicyRefused" });
    const back = { draftId: draft.id, expectedRevision: submitted.revision, note: "The test is wrong." };
    const sentBack = draftOf(await ask(second, "sendBackPolicyDraft", "SendBackPolicyDraftInput", back));
    expect((await keep("APPROVE_AT_ONCE")).data.keepPolicyTest).toMatchObject({
      policy: { tests: [{ id, passed: true }] },
    });
    const once = draftOf(await approve(second, draftOf(await submit(officer(), sentBack))));
    draftOf(await discard(officer(), once));
  });

  test("is made from a case without anybody's name", async () => {
    const given = await givenCase(api);
    const FROM_CASE =
      "mutation ($input: KeepCaseAsPolicyTestInput!) { keepCaseAsPolicyTest(input: $input) { __typename } }";
    const input = { id: newId(), caseId: given.id, policy: "default", name: "Seen on the desk", expected: "REVIEW" };
    expect((await officer().query(FROM_CASE, { input })).data).toEqual({
      keepCaseAsPolicyTest: { __typename: "PolicyTestsDone" },
    });
    const row = await api.house.db
      .selectFrom("policy_test")
      .selectAll()
      .where("id", "=", input.id)
      .executeTakeFirstOrThrow();
    expect(Object.keys(row.facts).sort()).not.toContain("name");
    expect(row.case_number).not.toBeNull();
    await officer().query("mutation ($id: ID!) { dropPolicyTest(id: $id) { __typename } }", { id: input.id });
    expect(await api.house.db.selectFrom("policy_test").select("id").where("id", "=", input.id).execute()).toEqual([]);
  });
});

describe("the zone by whose calendar a policy counts", () => {
  test("is written with the rest of the text and kept, and none that is no zone by name", async () => {
    const draft = await start(officer());
    const saved = draftOf(await save(officer(), draft, { ...draft.content, timeZone: "Asia/Urumqi" }));
    expect(saved.content["timeZone"]).toBe("Asia/Urumqi");
    for (const timeZone of ["Mars/Olympus", "+08:00", ""]) {
      const { errors } = await officer().query(
        "mutation ($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { __typename } }",
        {
          input: {
            ...{ draftId: saved.id, expectedRevision: saved.revision, kind: "MINOR", note: "" },
            content: { ...saved.content, timeZone },
          },
        },
      );
      expect(errors[0]?.message, timeZone).toContain("timeZone");
    }
    expect((await rowOf(saved.id)).content.timeZone).toBe("Asia/Urumqi");
    await officer().query("mutation ($input: PolicyDraftInput!) { discardPolicyDraft(input: $input) { __typename } }", {
      input: { draftId: saved.id, expectedRevision: saved.revision },
    });
  });
});

describe("having read a version", () => {
  const TO_READ = "{ viewer { policiesToRead { id contentHash policy } } }";
  const ATTEST =
    "mutation ($input: AttestPolicyInput!) { attestPolicy(input: $input) { __typename ... on PolicyRefused { reasons { code } } } }";
  type ToRead = { viewer: { policiesToRead: { id: string; contentHash: string; policy: string }[] } };

  test("is bound to the text that was read, asked once a major version, and said once", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    const pending = async () =>
      (await agent.query<ToRead>(TO_READ)).data.viewer.policiesToRead.filter(({ policy }) => policy === "default");
    const [version] = await pending();
    if (version === undefined) throw new Error("Nothing is to be read");
    const attest = (contentHash: string) => agent.query(ATTEST, { input: { versionId: version.id, contentHash } });
    expect((await attest("0".repeat(64))).data).toEqual({
      attestPolicy: { __typename: "PolicyRefused", reasons: [{ code: "READ_ANOTHER_TEXT" }] },
    });
    await Promise.all([attest(version.contentHash), attest(version.contentHash)]);
    expect(await pending()).toEqual([]);
    expect(
      await api.house.db.selectFrom("policy_attestation").selectAll().where("staff_id", "=", agent.staffId).execute(),
    ).toHaveLength(1);
    await givenVersion(api, (content) => ({ ...content, windowDays: 77 }));
    expect(await pending()).toHaveLength(1);
  });

  test("is not lost by a change of wording: whoever read the version has read it, and its officers see when", async () => {
    const agent = await api.another("SUPPORT_AGENT");
    await givenVersion(api, (content) => ({ ...content, windowDays: 78 }));
    const { data } = await agent.query<ToRead>(TO_READ);
    const read = data.viewer.policiesToRead.find(({ policy }) => policy === "default");
    await agent.query(ATTEST, { input: { versionId: read?.id, contentHash: read?.contentHash } });
    const draft = await start(officer());
    const reworded = { ...draft.content, title: { zh: "退款办法", en: "How refunds go" } };
    const minor = await publishText(api, draftOf(await save(officer(), draft, reworded, "MINOR")), null);
    const READERS = "query ($id: ID!) { node(id: $id) { ... on PolicyVersion { readers { readAt staff { id } } } } }";
    type Readers = { node: { readers: { readAt: string | null; staff: { id: string } }[] } };
    const id = toGlobalId("PolicyVersion", fromGlobalId(minor)?.id ?? "");
    const readAt = async () =>
      (await officer().query<Readers>(READERS, { id })).data.node.readers.find(
        ({ staff }) => staff.id === toGlobalId("Staff", agent.staffId),
      )?.readAt;
    expect(await readAt()).toEqual(expect.any(String));
  });

  test("is asked of nobody who does not work by it", async () => {
    expect((await api.as("TRAINER").query<ToRead>(TO_READ)).data.viewer.policiesToRead).toEqual([]);
  });

  test("is asked of whoever knows the cases, by whatever role", async () => {
    const trainer = await api.another("TRAINER");
    const pending = async () => (await trainer.query<ToRead>(TO_READ)).data.viewer.policiesToRead.length;
    const READERS = "{ policies { edges { node { readers { staff { id } } } } } }";
    const isReader = async () =>
      JSON.stringify((await officer().query(READERS)).data).includes(toGlobalId("Staff", trainer.staffId));
    expect([(await pending()) > 0, await isReader()]).toEqual([false, false]);
    await giveRights(api, "TRAINER", [...builtInPermissions.TRAINER, "case.read", "case.note"]);
    expect([(await pending()) > 0, await isReader()]).toEqual([true, true]);
    await giveRights(api, "TRAINER", builtInPermissions.TRAINER);
  });
});
