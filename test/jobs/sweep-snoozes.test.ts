import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { sweepSnoozes } from "../../server/cases/jobs/sweep-snoozes.ts";
import { customerActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, caseRow, eventKinds, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function givenSnoozed(days: number): Promise<GivenCase> {
  const found = await givenCase(api);
  const until = new Date(api.clock.now().getTime() + days * 86_400_000);
  await actOn(api, await staffActorOf(api, "SUPPORT_AGENT"), found.caseId, { action: "SNOOZE", input: { until } });
  return found;
}

async function needsAction(found: GivenCase): Promise<boolean> {
  const { data } = await api
    .as("SUPPORT_AGENT")
    .query<{ cases: { edges: { node: { id: string } }[] } }>(
      "{ cases(first: 100, filter: { needsAction: true }) { edges { node { id } } } }",
    );
  return data.cases.edges.some(({ node }) => node.id === found.id);
}

describe("a case that is put aside", () => {
  test("needs nobody's action until its time, then comes back once", async () => {
    const found = await givenSnoozed(2);
    expect(await needsAction(found)).toBe(false);
    await sweepSnoozes(api.house);
    expect(await needsAction(found)).toBe(false);
    api.clock.advance({ days: 2, minutes: 1 });
    await Promise.all([sweepSnoozes(api.house), sweepSnoozes(api.house)]);
    expect(await eventKinds(api, found.caseId)).toEqual(["OPEN", "SNOOZE", "WAKE"]);
    expect(await caseRow(api, found.caseId)).toMatchObject({ snoozed_until: null, waits_on: "DESK" });
    expect(await needsAction(found)).toBe(true);
  });

  test("comes back at once when the customer writes", async () => {
    const found = await givenSnoozed(5);
    await actOn(api, customerActor(found.caseId, ""), found.caseId, {
      action: "SEND_MESSAGE",
      input: { thread: "CUSTOMER", message: "Here is the slip." },
    });
    expect(await caseRow(api, found.caseId)).toMatchObject({ snoozed_until: null, snoozed_by_id: null });
  });

  test.each([
    ["a note", { action: "ADD_NOTE", input: { message: "Still waiting." } }],
    ["a message to the shop", { action: "SEND_MESSAGE", input: { thread: "MERCHANT", message: "Any news?" } }],
  ] as const satisfies readonly (readonly [string, CaseMove])[])(
    "sleeps on when a colleague adds %s",
    async (_what, move) => {
      const found = await givenSnoozed(5);
      await actOn(api, await staffActorOf(api, "SUPERVISOR"), found.caseId, move);
      expect((await caseRow(api, found.caseId)).snoozed_until).not.toBeNull();
    },
  );
});
