import type { Updateable } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { AT_ONCE, performOnMany } from "../../server/cases/actions/perform-on-many.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { derivedId } from "../../server/platform/derived-id.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { findActor, findStaffActor } from "../../server/staff/queries/find-actor.ts";
import type { Tables } from "../../server/tables.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { closed, newCase } from "../support/case-stages.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenApiKey } from "../support/given-api-key.ts";
import { caseRow, type GivenCase } from "../support/given-case.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Row {
  readonly caseId: string;
  readonly result: { readonly __typename: string; readonly reasons?: readonly { readonly code: string }[] };
}
interface Fact {
  readonly name: string;
  readonly value: string;
}
interface Bulk {
  readonly done: number;
  readonly rows: readonly Row[];
}

const rows = "{ done rows { caseId result { __typename ... on ActionRefused { reasons { code } } } } }";

async function run(by: SignedIn, name: string, inputType: string, input: object): Promise<Bulk> {
  const { data, errors } = await by.query<Record<string, Bulk>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) ${rows} }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  const answer = data?.[name];
  if (answer === undefined) throw new Error(errors[0]?.extensions?.code ?? `${name} did not answer`);
  return answer;
}

async function at({ id, caseId }: GivenCase) {
  return { caseId: id, expectedVersion: (await caseRow(api, caseId)).version };
}

const assign = async (by: SignedIn, cases: readonly GivenCase[], assigneeId: string | null, change: object = {}) =>
  run(by, "assignCases", "AssignCasesInput", {
    cases: await Promise.all(cases.map(async (one) => ({ ...(await at(one)), assigneeId }))),
    ...change,
  });

async function actorAgain(staffId: string): Promise<Actor> {
  const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
  if (actor === null) throw new Error("They are not at work");
  return actor;
}

describe("one action on many cases", () => {
  test("is done on each through the door, and given back the same way", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const cases = [await newCase(api), await newCase(api), await newCase(api)];
    const answer = await assign(agent, cases, toGlobalId("Staff", agent.staffId));
    expect(answer).toMatchObject({
      done: 3,
      rows: cases.map(({ id }) => ({ caseId: id, result: { __typename: "CaseActionDone" } })),
    });
    for (const { caseId } of cases)
      expect(await caseRow(api, caseId)).toMatchObject({ assignee_id: agent.staffId, version: 2 });
    expect(await assign(agent, cases, null)).toMatchObject({ done: 3 });
    for (const { caseId } of cases) expect(await caseRow(api, caseId)).toMatchObject({ assignee_id: null, version: 3 });
  });

  test("says in each case's story whom it went from and to, by name, to the desk", async () => {
    const [first, second] = [api.as("SUPPORT_AGENT"), api.as("SUPERVISOR")];
    const one = await newCase(api);
    for (const who of [first.staffId, second.staffId, null])
      await assign(first, [one], who === null ? null : toGlobalId("Staff", who));
    const { data } = await first.query<{ node: { events: { edges: { node: { kind: string; facts: Fact[] } }[] } } }>(
      "query ($id: ID!) { node(id: $id) { ... on Case { id events(first: 20) { edges { node { id kind facts { name value } } } } } } }",
      { id: one.id },
    );
    const people = await api.house.db.selectFrom("staff").select(["id", "name"]).execute();
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
    const told = data.node.events.edges
      .filter(({ node }) => node.kind === "ASSIGN")
      .map(({ node }) => Object.fromEntries(node.facts.map(({ name, value }) => [name, value])));
    expect(told.map(({ fromAssignee, assignee }) => [fromAssignee, assignee])).toEqual([
      [undefined, nameOf(first.staffId)],
      [nameOf(first.staffId), nameOf(second.staffId)],
      [nameOf(second.staffId), undefined],
    ]);
  });

  test("some done, some refused, some stale and some not there is an answer like another", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const [fine, over, moved] = [await newCase(api), await closed(api), await newCase(api)];
    const before = await caseRow(api, over.caseId);
    const cases = [
      await at(fine),
      await at(over),
      { ...(await at(moved)), expectedVersion: 7 },
      { caseId: toGlobalId("Case", newId()), expectedVersion: 1 },
      { caseId: "x", expectedVersion: 1 },
    ];
    const answer = await run(agent, "requestInformationOnCases", "MessageOnCasesInput", {
      cases,
      message: "The slip, please",
    });
    expect(answer.done).toBe(1);
    expect(answer.rows.map(({ result }) => result.__typename)).toEqual([
      "CaseActionDone",
      "ActionRefused",
      "StaleCase",
      "CaseNotFound",
      "CaseNotFound",
    ]);
    expect(answer.rows[1]?.result.reasons).toContainEqual({ code: "WRONG_STATE" });
    expect(await caseRow(api, over.caseId)).toEqual(before);
    expect(await caseRow(api, fine.caseId)).toMatchObject({ state: "AWAITING_CUSTOMER" });
  });

  test("sent again under its key it is answered as it was, and done once; six at once as well", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const cases = [await newCase(api), await newCase(api)];
    const input = { idempotencyKey: newId(), cases: await Promise.all(cases.map(at)), message: "Called twice" };
    const send = () => run(agent, "addNoteToCases", "MessageOnCasesInput", input);
    const answers = await Promise.all(Array.from({ length: 6 }, send));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ done: 2 });
    expect(await send()).toEqual(answers[0]);
    for (const { caseId } of cases) expect(await caseRow(api, caseId)).toMatchObject({ version: 2 });
  });

  /** Notes on one case more than are worked at once; when the last is begun, and so another is written, `act` happens. */
  async function notesMeanwhile(actor: Actor, act: () => Promise<unknown>) {
    const cases: GivenCase[] = [];
    while (cases.length <= AT_ONCE) cases.push(await newCase(api));
    const [key, last] = [newId(), cases.at(-1)?.caseId ?? ""];
    const db = meanwhile(api.house.db, naming(derivedId("bulk", key, last)), act);
    const move = { action: "ADD_NOTE", input: { message: "Called" } } as const;
    const results = await performOnMany(
      { ...api.house, db, actor, locale: "en" },
      key,
      cases.map(({ caseId }) => ({ caseId, expectedVersion: 1, move })),
    );
    return { some: results.slice(0, -1).some(({ ok }) => ok), last: results.at(-1), row: await caseRow(api, last) };
  }
  const moved = (staffId: string, change: Updateable<Tables["staff"]>) => () =>
    api.house.db.updateTable("staff").set(change).where("id", "=", staffId).execute();
  const refusedWith = (error: object) => ({ some: true, last: { ok: false, error }, row: { version: 1 } });

  test("asks behind the lock of each who speaks: whoever is suspended in the middle of it does no more of it", async () => {
    const { staffId } = await api.another("SUPPORT_AGENT");
    const actor = await actorAgain(staffId);
    const suspend = moved(staffId, { active: false, suspended_at: api.clock.now() });
    const reasons = [{ code: "NOT_AT_WORK" }];
    expect(await notesMeanwhile(actor, suspend)).toMatchObject(refusedWith({ kind: "REFUSED", reasons }));
  });

  test("and whoever is given a role that sees no case finds no more of them", async () => {
    const { staffId } = await api.another("SUPPORT_AGENT");
    const actor = await actorAgain(staffId);
    const teach = moved(staffId, { role: "TRAINER" });
    expect(await notesMeanwhile(actor, teach)).toMatchObject(refusedWith({ kind: "NOT_FOUND" }));
  });

  test("a machine whose key is revoked in the middle of it reads that of its key, not of an account", async () => {
    const { staffId } = api.as("SUPPORT_AGENT");
    const secret = await givenApiKey(api.house.db, staffId, api.clock.now());
    const caller = await findActor({ ...api.house, login: api.login }, { authorization: `Bearer ${secret}` });
    if (caller === null) throw new Error("The key does not work");
    const { actor } = caller;
    const revoke = () =>
      api.house.db
        .updateTable("api_key")
        .set({ revoked_at: api.clock.now(), revoked_by_id: staffId })
        .where("id", "=", actor.key?.id ?? "")
        .execute();
    const reasons = [{ code: "KEY_ENDED" }];
    expect(await notesMeanwhile(actor, revoke)).toMatchObject(refusedWith({ kind: "REFUSED", reasons }));
  });

  test("two people at once on the same cases: each case hears one of them", async () => {
    const [one, two] = [api.as("SUPPORT_AGENT"), api.as("SUPERVISOR")];
    const cases = [await newCase(api), await newCase(api), await newCase(api)];
    const answers = await Promise.all([one, two].map((by) => assign(by, cases, toGlobalId("Staff", by.staffId))));
    expect(answers.reduce((sum, { done }) => sum + done, 0)).toBe(cases.length);
    for (const { caseId } of cases) expect(await caseRow(api, caseId)).toMatchObject({ version: 2 });
  });

  test("nobody is given a case who cannot work it, and a garbled id is not taken for nobody", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const found = await newCase(api);
    for (const assigneeId of [toGlobalId("Staff", api.as("TRAINER").staffId), "x"]) {
      const answer = await assign(agent, [found], assigneeId);
      expect(answer).toMatchObject({ done: 0, rows: [{ result: { __typename: "ActionRefused" } }] });
    }
    expect(await caseRow(api, found.caseId)).toMatchObject({ version: 1 });
  });

  test("whoever may not do it on one may not do it on many, and a stranger to the case does not see it", async () => {
    const found = await newCase(api);
    const before = await whatIsStored(api.house.db, found.caseId);
    await expect(assign(api.as("MERCHANT_VERIFIER"), [found], null)).rejects.toThrow("FORBIDDEN");
    await expect(assign(api.as("ADMINISTRATOR"), [found], null)).rejects.toThrow("FORBIDDEN");
    expect(await whatIsStored(api.house.db, found.caseId)).toEqual(before);
  });

  test.each([
    ["none", 0],
    ["more than a page", 101],
  ])("%s is not asked", async (_what, count) => {
    const cases = Array.from({ length: count }, () => ({ caseId: toGlobalId("Case", newId()), expectedVersion: 1 }));
    const asked = run(api.as("SUPPORT_AGENT"), "closeCases", "ReasonOnCasesInput", { cases, reason: "Over" });
    await expect(asked).rejects.toThrow("BAD_USER_INPUT");
  });

  test("a case named twice is a mistake, and nothing is done", async () => {
    const found = await newCase(api);
    const twice = [await at(found), await at(found)];
    await expect(
      run(api.as("SUPPORT_AGENT"), "addNoteToCases", "MessageOnCasesInput", { cases: twice, message: "Hm" }),
    ).rejects.toThrow("BAD_USER_INPUT");
    expect(await caseRow(api, found.caseId)).toMatchObject({ version: 1 });
  });
});

describe("the preview", () => {
  const ask = async (by: SignedIn, cases: readonly { readonly id: string }[]) => {
    const { data } = await by.query<{
      bulkPreview: { case: { id: string }; allowed: boolean; reasons: { code: string; message: string }[] }[];
    }>(
      "query ($ids: [ID!]!) { bulkPreview(action: CLOSE, caseIds: $ids) { case { id number assignee { name } } allowed reasons { code message } } }",
      { ids: cases.map(({ id }) => id) },
    );
    return data.bulkPreview;
  };

  test("says of each what the rules say, in the order asked, and leaves out what is not there", async () => {
    const [one, over] = [await newCase(api), await closed(api)];
    const seen = await ask(api.as("SUPPORT_AGENT"), [over, { id: toGlobalId("Case", newId()) }, one]);
    expect(seen.map((row) => row.case.id)).toEqual([over.id, one.id]);
    for (const row of seen) expect(row).toMatchObject({ allowed: false, reasons: [{ code: "WRONG_STATE" }] });
    const other = await ask(api.as("COMPLIANCE_OFFICER"), [one]);
    expect(other[0]?.reasons.map(({ code }) => code)).toContain("NOT_PERMITTED");
  });

  test("takes as many statements for twenty cases as for two", async () => {
    const cases = await Promise.all(Array.from({ length: 20 }, () => newCase(api)));
    const statements = (count: number) =>
      countStatements(api.house.database, () => ask(api.as("SUPPORT_AGENT"), cases.slice(0, count)));
    const few = await statements(2);
    expect(await statements(20)).toBe(few);
  });
});

test("after all of it every chain verifies", async () => {
  expect((await verifyChains(api.house.db)).broken).toBeNull();
});
