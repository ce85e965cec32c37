import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseActions } from "../../server/cases/domain/words.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { awaitingApproval, negotiating, type Stage } from "../support/case-stages.ts";
import type { GivenCase } from "../support/given-case.ts";
import { givenTrained, givenUntrained } from "../support/trained.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const REASONS = "reasons { code course { code } colleagues { id } }";
const CASE = `query ($id: ID!) { case(id: $id) { version availableActions { action allowed ${REASONS} } } }`;
const ESCALATE = `mutation ($input: EscalateCaseToBankInput!) { escalateCaseToBank(input: $input) { __typename
  ... on CaseActionDone { case { state } } ... on ActionRefused { ${REASONS} } } }`;

interface Reason {
  readonly code: string;
  readonly course: { readonly code: string } | null;
  readonly colleagues: readonly { readonly id: string }[];
}
interface Shown {
  readonly case: {
    readonly version: number;
    readonly availableActions: readonly { action: string; allowed: boolean; reasons: readonly Reason[] }[];
  };
}
interface Told {
  readonly escalateCaseToBank: { readonly __typename: string; readonly reasons?: readonly Reason[] };
}

/** What the case page says of the button, and what the server says to whoever presses it all the same. */
async function button(client: SignedIn, { id }: GivenCase) {
  const { data } = await client.query<Shown>(CASE, { id });
  const { version, availableActions } = data.case;
  return { version, shown: availableActions.find(({ action }) => action === "ESCALATE_TO_BANK") };
}

async function press(client: SignedIn, found: GivenCase) {
  const { version } = await button(client, found);
  const asked = { caseId: found.id, expectedVersion: version, idempotencyKey: newId() };
  const input = { ...asked, reasonCode: "13.1", message: "Please see to it." };
  return (await client.query<Told>(ESCALATE, { input })).data.escalateCaseToBank;
}

/** A record of the course that holds for today and so many days more. */
async function givenRecord(staffId: string, days: number): Promise<void> {
  await givenUntrained(api.house.db, staffId);
  await givenTrained(api.house.db, staffId, ["bank-disputes"]);
  const lastDay = deskDay(new Date(api.clock.now().getTime() + days * 86_400_000));
  await api.house.db
    .updateTable("training_record")
    .set({ valid_until: lastDay })
    .where("staff_id", "=", staffId)
    .execute();
}

test("a gate opens with the record, holds through its last day and shuts by the clock, without anybody's hand", async () => {
  const [agent, colleague] = [await api.another("SUPPORT_AGENT"), await api.another("SUPPORT_AGENT")];
  const found = await negotiating(api);
  await givenUntrained(api.house.db, agent.staffId);
  expect((await button(agent, found)).shown).toMatchObject({ allowed: false });

  await givenRecord(agent.staffId, 5);
  expect((await button(agent, found)).shown).toMatchObject({ allowed: true, reasons: [] });
  api.clock.advance({ days: 5 });
  expect((await button(agent, found)).shown).toMatchObject({ allowed: true });
  api.clock.advance({ days: 1 });

  const { shown } = await button(agent, found);
  expect(shown).toMatchObject({
    allowed: false,
    reasons: [{ code: "TRAINING_MISSING", course: { code: "bank-disputes" } }],
  });
  const before = await whatIsStored(api.house.db, found.caseId);
  const refused = await press(agent, found);
  expect(refused).toMatchObject({ __typename: "ActionRefused", reasons: shown?.reasons });
  expect(await whatIsStored(api.house.db, found.caseId)).toEqual(before);

  const named = refused.reasons?.flatMap(({ colleagues }) => colleagues.map(({ id }) => id)) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named).not.toContain(toGlobalId("Staff", agent.staffId));
  expect(await press(colleague, found)).toMatchObject({ __typename: "CaseActionDone", case: { state: "AT_BANK" } });
});

const GRANT = `mutation ($input: GrantApprovalInput!) { answer: grantApproval(input: $input) { __typename
  ... on ActionRefused { ${REASONS} } } }`;
const TO_BANK = ESCALATE.replace("escalateCaseToBank(", "answer: escalateCaseToBank(");

/** Every action that the workflow shuts behind a course: a case on which it stands open but for that, whose it is, and how it is asked. */
const gated: Readonly<
  Record<string, { stage: Stage; role: "SUPPORT_AGENT" | "SUPERVISOR"; course: string; ask: string; input: object }>
> = {
  ESCALATE_TO_BANK: {
    stage: negotiating,
    role: "SUPPORT_AGENT",
    course: "bank-disputes",
    ask: TO_BANK,
    input: { reasonCode: "13.1", message: "Please see to it." },
  },
  GRANT_APPROVAL: {
    stage: awaitingApproval,
    role: "SUPERVISOR",
    course: "above-limit-approval",
    ask: GRANT,
    input: {},
  },
};

type State = "ASSIGNED" | "STARTED" | "FAILED" | "PASSED" | "WAIVED";

/** The one record that somebody has of a course: as it stands, and from which day until which it counts. */
async function givenStanding(staffId: string, course: string, state: State, days: readonly [number, number] | null) {
  const { db } = api.house;
  await givenUntrained(db, staffId);
  await givenTrained(db, staffId, [course]);
  const on = (ahead: number) => deskDay(new Date(api.clock.now().getTime() + ahead * 86_400_000));
  const validity =
    days === null ? { valid_from: null, valid_until: null } : { valid_from: on(days[0]), valid_until: on(days[1]) };
  const record = {
    state,
    open: state === "ASSIGNED" || state === "STARTED",
    reason: "Taught it for years.",
    ...validity,
  };
  await db.updateTable("training_record").set(record).where("staff_id", "=", staffId).execute();
}

async function ask(action: string, client: SignedIn, found: GivenCase) {
  const row = gated[action];
  if (row === undefined) throw new Error(`${action} has no case to be tried on`);
  const { version } = await api.house.db
    .selectFrom("cases")
    .select("version")
    .where("id", "=", found.caseId)
    .executeTakeFirstOrThrow();
  const input = { ...row.input, caseId: found.id, expectedVersion: version, idempotencyKey: newId() };
  const { data } = await client.query<{ answer: { __typename: string; reasons?: readonly Reason[] } }>(row.ask, {
    input,
  });
  return data.answer;
}

test("every action that the workflow shuts behind a course is tried here", () => {
  expect(Object.keys(gated).sort()).toEqual(
    caseActions.filter((action) => workflow[action].training.length > 0).sort(),
  );
});

describe.each(Object.entries(gated))("%s", (action, { stage, role, course }) => {
  test.each([
    ["was only assigned", "ASSIGNED", null],
    ["is under way", "STARTED", null],
    ["was failed", "FAILED", null],
    ["expired yesterday", "PASSED", [-366, -1]],
    ["begins tomorrow", "PASSED", [1, 366]],
    ["was waived until yesterday", "WAIVED", [-30, -1]],
  ] as const)(
    "is refused where the record %s, with the course and who else can, and nothing changes",
    async (_what, state, days) => {
      const [client, other] = [await api.another(role), await api.another(role)];
      const found = await stage(api);
      await givenStanding(client.staffId, course, state, days);
      const before = await whatIsStored(api.house.db, found.caseId);
      const answer = await ask(action, client, found);
      expect(answer).toMatchObject({
        __typename: "ActionRefused",
        reasons: [{ code: "TRAINING_MISSING", course: { code: course } }],
      });
      expect(answer.reasons?.[0]?.colleagues.length).toBeGreaterThan(0);
      expect(answer.reasons?.[0]?.colleagues.map(({ id }) => id)).not.toContain(toGlobalId("Staff", client.staffId));
      expect(await whatIsStored(api.house.db, found.caseId)).toEqual(before);
      expect((await ask(action, other, found)).__typename).toBe("CaseActionDone");
    },
  );

  test.each([
    ["was passed and ends today", "PASSED", [-366, 0]],
    ["begins today", "PASSED", [0, 366]],
    ["was waived until today", "WAIVED", [-30, 0]],
  ] as const)("is done where the record %s", async (_what, state, days) => {
    const client = await api.another(role);
    const found = await stage(api);
    await givenStanding(client.staffId, course, state, days);
    expect((await ask(action, client, found)).__typename).toBe("CaseActionDone");
  });
});

test("whoever approves in the place of a colleague needs a record of their own: that is not lent", async () => {
  const [away, standsIn] = [await api.another("SUPERVISOR"), await api.another("SUPPORT_AGENT")];
  const found = await awaitingApproval(api);
  await givenUntrained(api.house.db, standsIn.staffId);
  const now = api.clock.now();
  await api.house.db
    .insertInto("delegation")
    .values({
      ...{ id: newId(), staff_id: away.staffId, delegate_id: standsIn.staffId, starts_at: now, created_at: now },
      ends_at: new Date(now.getTime() + 3_600_000),
    })
    .execute();
  expect(await ask("GRANT_APPROVAL", standsIn, found)).toMatchObject({
    reasons: [{ code: "TRAINING_MISSING", course: { code: "above-limit-approval" } }],
  });
  await givenTrained(api.house.db, standsIn.staffId, ["above-limit-approval"]);
  expect((await ask("GRANT_APPROVAL", standsIn, found)).__typename).toBe("CaseActionDone");
});
