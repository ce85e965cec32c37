import { getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { type StaffRole, staffRoles } from "../../server/staff/domain/roles.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { type CaseActionRow, caseActionRows } from "../support/case-action-rows.ts";
import { closed, newCase } from "../support/case-stages.ts";
import { caseRow, type GivenCase } from "../support/given-case.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

const schema = buildApiSchema();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** The mutations that are told which version of a case they are about. */
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ args }) =>
  args.some(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) && ["caseId", "expectedVersion"].every((name) => name in input.getFields());
  }),
);

test("every mutation on a case stands in the table, and nothing else does", () => {
  expect(Object.keys(caseActionRows).sort()).toEqual(mutations.map(({ name }) => name).sort());
});

const seesNoCases: ReadonlySet<StaffRole> = new Set(["TRAINER", "ADMINISTRATOR"]);

interface Answer {
  readonly __typename: string;
  readonly message?: string;
  readonly case?: { readonly id: string; readonly version: number; readonly state: string };
  readonly event?: { readonly id: string; readonly kind: string };
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
}

function documentOf(name: string): string {
  const [input] = mutations.find((field) => field.name === name)?.args ?? [];
  return `mutation ($input: ${String(input?.type)}) { ${name}(input: $input) {
    __typename
    ... on CaseActionDone { case { id version state } event { id kind } }
    ... on ActionRefused { reasons { code message } }
    ... on StaleCase { case { id version state } }
    ... on Problem { message }
  } }`;
}

/** A case on which the action is allowed, and how it is asked for. */
async function prepare(name: string, { given, input, by }: CaseActionRow) {
  const found = await given(api);
  // First what it takes, e.g. a file that is put on the case: that is a step of its own.
  const told = typeof input === "function" ? await input(api, found) : input;
  const { version } = await caseRow(api, found.caseId);
  const asked = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...told };
  const client: ApiClient = by === "CUSTOMER" ? api.asCustomer(found.token) : api.as(by);
  const ask = async (change: object = {}, as: ApiClient = client): Promise<Answer> => {
    const { data } = await as.query<Record<string, Answer>>(documentOf(name), { input: { ...asked, ...change } });
    const answer = data[name];
    if (answer === undefined) throw new Error(`${name} did not answer`);
    return answer;
  };
  return { found, version, ask, key: asked.idempotencyKey };
}

function eventsOf({ caseId }: GivenCase) {
  return api.house.db.selectFrom("case_event").selectAll().where("case_id", "=", caseId).orderBy("sequence").execute();
}

/** Runs it, and sees that whatever it answered, nothing was left behind. */
async function leavesNothing<T>({ caseId }: GivenCase, run: () => Promise<T>): Promise<T> {
  const before = await whatIsStored(api.house.db, caseId);
  const answer = await run();
  expect(await whatIsStored(api.house.db, caseId)).toEqual(before);
  return answer;
}

describe.each(Object.entries(caseActionRows))("%s", (name, row) => {
  test("done once: answered, stored and journalled", async () => {
    const { found, version, ask } = await prepare(name, row);
    const before = await eventsOf(found);
    const answer = await ask();
    expect(answer).toMatchObject({
      __typename: "CaseActionDone",
      case: { id: found.id, version: version + 1, state: row.leadsTo },
      event: { kind: row.action },
    });
    const after = await caseRow(api, found.caseId);
    expect(after).toMatchObject({ version: version + 1, state: row.leadsTo, event_count: before.length + 1 });
    const events = await eventsOf(found);
    expect(events.slice(0, -1)).toEqual(before);
    const [event] = events.slice(-1);
    expect(event).toMatchObject({
      kind: row.action,
      sequence: before.length + 1,
      to_state: row.leadsTo,
      actor_role: row.by,
      actor_id: row.by === "CUSTOMER" ? null : api.as(row.by).staffId,
      previous_hash: before.at(-1)?.hash,
      hash: after.chain_head,
    });
    expect(answer.event?.id).toBe(toGlobalId("CaseEvent", event?.id ?? ""));
    expect((await verifyChains(api.house.db)).broken).toBeNull();
  });

  test("two clicks at once under two keys: one is done, the other is told that somebody was faster", async () => {
    const { found, version, ask } = await prepare(name, row);
    const answers = await Promise.all([ask({ idempotencyKey: newId() }), ask({ idempotencyKey: newId() })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["CaseActionDone", "StaleCase"]);
    for (const answer of answers) expect(answer.case).toMatchObject({ id: found.id, version: version + 1 });
    expect(await caseRow(api, found.caseId)).toMatchObject({ version: version + 1 });
  });

  test("one key twenty times at once: one event, and twenty equal answers", async () => {
    const { found, version, ask } = await prepare(name, row);
    const before = await eventsOf(found);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(answers[0]).toMatchObject({ __typename: "CaseActionDone" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await eventsOf(found)).toHaveLength(before.length + 1);
    expect(await caseRow(api, found.caseId)).toMatchObject({ version: version + 1 });
  });

  test("a key that was used for something else is refused, and nothing is written", async () => {
    const { found, ask } = await prepare(name, row);
    await ask();
    const another = { caseId: (await newCase(api)).id };
    const reused = { __typename: "KeyReused", message: expect.stringMatching(/\w/) };
    await leavesNothing(found, async () => {
      for (const other of row.other === undefined ? [another] : [another, row.other])
        expect(await ask(other)).toMatchObject(reused);
    });
  });

  test("on an older or a later version it answers with the case as it is, and nothing is written", async () => {
    const { found, version, ask } = await prepare(name, row);
    await leavesNothing(found, async () => {
      for (const expectedVersion of [version - 1, version + 1, 0, -1, 2_147_483_647]) {
        const stale = { __typename: "StaleCase", case: { id: found.id, version } };
        expect(await ask({ expectedVersion })).toMatchObject(stale);
      }
    });
    // What was refused has not used its key.
    expect(await ask()).toMatchObject({ __typename: "CaseActionDone" });
  });

  test("for a foreign or a garbled id there is no case", async () => {
    const { found, ask } = await prepare(name, row);
    const ids = [toGlobalId("Case", newId()), toGlobalId("Customer", found.caseId), found.caseId, "", "x", "Q2FzZTo="];
    const foreigner = api.asCustomer((await newCase(api)).token);
    const notFound = { __typename: "CaseNotFound", message: expect.stringMatching(/\w/) };
    await leavesNothing(found, async () => {
      for (const caseId of ids) expect(await ask({ caseId })).toMatchObject(notFound);
      for (const stranger of [foreigner, api.asStranger()]) expect(await ask({}, stranger)).toMatchObject(notFound);
    });
  });

  test("who may not do it is refused, or does not see the case, and nothing is written", async () => {
    const { found, ask } = await prepare(name, row);
    const may = (role: StaffRole | "CUSTOMER") =>
      workflow[row.action].by.some((permission) => builtInPermissions[role].includes(permission));
    const notPermitted = expect.objectContaining({ code: "NOT_PERMITTED" });
    await leavesNothing(found, async () => {
      for (const role of staffRoles.filter((one) => !may(one))) {
        const answer = await ask({}, api.as(role));
        if (seesNoCases.has(role)) expect(answer).toMatchObject({ __typename: "CaseNotFound" });
        else expect(answer.reasons).toContainEqual(notPermitted);
      }
      if (may("CUSTOMER")) return;
      expect((await ask({}, api.asCustomer(found.token))).reasons).toContainEqual(notPermitted);
    });
  });

  test("where the case is elsewhere it is refused with that reason, and nothing is written", async () => {
    const { from } = workflow[row.action];
    const elsewhere = from.includes("NEW") ? (from.includes("CLOSED") ? null : closed) : newCase;
    if (elsewhere === null) return expect(["ADD_NOTE", "SEND_MESSAGE"]).toContain(row.action);
    const { found, ask } = await prepare(name, { ...row, given: elsewhere });
    const answer = await leavesNothing(found, () => ask());
    expect(answer).toMatchObject({ __typename: "ActionRefused", message: expect.stringMatching(/\w/) });
    expect(answer.reasons).toContainEqual({ code: "WRONG_STATE", message: expect.stringMatching(/\w/) });
  });
});

test("after all of it every chain verifies, and the money adds up", async () => {
  expect((await verifyChains(api.house.db)).broken).toBeNull();
  expect(await verifyMoney(api.house.db)).toEqual([]);
});
