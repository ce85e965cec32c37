import { afterAll, beforeAll, expect, test } from "vitest";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { negotiating } from "../support/case-stages.ts";
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
