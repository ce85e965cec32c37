import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { offered, step } from "../support/case-stages.ts";
import { caseRow } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Offered {
  readonly case: {
    readonly availableActions: readonly {
      readonly action: string;
      readonly allowed: boolean;
      readonly reasons: readonly { readonly code: string; readonly message: string }[];
    }[];
  };
}

test("an offer that was not answered in time says on the shut button since when, and cannot be accepted", async () => {
  const found = await offered(api);
  const { db } = api.house;
  const dueAt = new Date("2026-10-10T02:00:00Z");
  await db
    .updateTable("case_clock")
    .set({ due_at: dueAt })
    .where("case_id", "=", found.caseId)
    .where("rule", "=", "offer-answer")
    .execute();
  await step(api, found, "SYSTEM", { action: "RECORD_CLOCK_BREACH", input: { rule: "offer-answer" } });

  const { body } = await api.as("SUPERVISOR").send(
    {
      query: "query ($id: ID!) { case(id: $id) { availableActions { action allowed reasons { code message } } } }",
      variables: { id: found.id },
    },
    { "accept-language": "zh-CN" },
  );
  const { availableActions } = (body as { readonly data: Offered }).data.case;
  for (const action of ["ACCEPT_OFFER", "REJECT_OFFER"])
    expect(availableActions.find((offer) => offer.action === action)).toMatchObject({
      allowed: false,
      reasons: [{ code: "OFFER_LAPSED", message: expect.stringContaining("2026年10月10日") }],
    });

  const told = await api
    .as("SUPERVISOR")
    .query<{ case: { events: { edges: readonly object[] } } }>(
      'query ($id: ID!) { case(id: $id) { events(last: 1) { edges { node { facts(names: ["clock"]) { name value } } } } } }',
      { id: found.id },
    );
  expect(told.data.case.events.edges).toEqual([{ node: { facts: [{ name: "clock", value: "Answer to the offer" }] } }]);

  const before = await caseRow(api, found.caseId);
  const { data } = await api
    .as("SUPERVISOR")
    .query<{ acceptOffer: { reasons: { code: string; message: string }[] } }>(
      "mutation ($input: CaseActionInput!) { acceptOffer(input: $input) { ... on ActionRefused { reasons { code message } } } }",
      { input: { caseId: found.id, expectedVersion: before.version, idempotencyKey: newId() } },
    );
  expect(data.acceptOffer.reasons).toEqual([
    { code: "OFFER_LAPSED", message: expect.stringContaining("lapsed on 10 October 2026") },
  ]);
  expect(await caseRow(api, found.caseId)).toEqual(before);
});

test("a case is not closed over an offer that the customer may still answer; whoever would is told until when", async () => {
  const found = await offered(api);
  const { db } = api.house;
  const until = (at: Date) =>
    db
      .updateTable("case_clock")
      .set({ due_at: at })
      .where("case_id", "=", found.caseId)
      .where("rule", "=", "offer-answer")
      .execute();
  const close = async () => {
    const { version } = await caseRow(api, found.caseId);
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ closeCase: { __typename: string; reasons?: readonly object[] } }>(
        "mutation ($input: ReasonActionInput!) { closeCase(input: $input) { __typename ... on ActionRefused { reasons { code message } } } }",
        { input: { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), reason: "No agreement." } },
      );
    return data.closeCase;
  };
  await until(new Date("2099-10-10T02:00:00Z"));
  const before = await caseRow(api, found.caseId);
  expect(await close()).toEqual({
    __typename: "ActionRefused",
    reasons: [{ code: "OFFER_OPEN", message: expect.stringContaining("until 10 October 2099 at 10:00") }],
  });
  expect(await caseRow(api, found.caseId)).toEqual(before);

  await until(new Date("2026-10-10T02:00:00Z"));
  expect(await close()).toMatchObject({ __typename: "CaseActionDone" });
  expect(await caseRow(api, found.caseId)).toMatchObject({ state: "CLOSED", outcome: "DECLINED", offer_minor: null });
});

test("whoever did not answer in time is told on their page, until the matter goes on", async () => {
  const found = await offered(api);
  const { db } = api.house;
  await db
    .updateTable("case_clock")
    .set({ due_at: new Date("2099-10-10T02:00:00Z") })
    .where("case_id", "=", found.caseId)
    .where("rule", "=", "offer-answer")
    .execute();
  await step(api, found, "SYSTEM", { action: "RECORD_CLOCK_BREACH", input: { rule: "offer-answer" } });
  const sentence = async () => {
    const { data } = await api
      .asStranger()
      .query<{ trackedCase: { sentence: string } }>(
        "query ($token: String!) { trackedCase(token: $token, locale: EN) { sentence } }",
        { token: found.token },
      );
    return data.trackedCase.sentence;
  };
  const over = /^The time to answer our offer ended on Saturday 10 October 2099, so it can no longer be accepted\./;
  expect(await sentence()).toMatch(over);
  await step(api, found, "SUPPORT_AGENT", {
    action: "SEND_MESSAGE",
    input: { thread: "CUSTOMER", message: "Do you still want it?" },
  });
  expect(await sentence()).toMatch(over);

  const agreed = { amount: money(4_000n, "CNY"), message: "And this?", overrideReason: "To end it." };
  await step(api, found, "SUPPORT_AGENT", { action: "MAKE_OFFER", input: agreed });
  expect(await sentence()).toMatch(/^You are offered CNY 40\.00\./);
});
