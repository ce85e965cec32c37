import { afterAll, beforeAll, expect, test } from "vitest";
import { openCase } from "../../server/cases/actions/open-case.ts";
import { money } from "../../server/kernel/money.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenSale } from "../support/given-rows.ts";

let api: TestApi;
let agent: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = await api.as("SUPPORT_AGENT");
});
afterAll(() => api.close());

const QUEUE = `query($first: Int!) { cases(first: $first) { edges { node {
  id number state amount { formatted } bindingClock { title dueAt } clocks { rule } customer { name } merchant { name } assignee { name }
  transaction { cardLast4 sameAmountNearby { id } } checks { kind outcome by { name } } evidence { id } decision { outcome } refunds { state } dispute { state } referral { state }
  events(last: 3) { edges { node { kind actor { name } messages { body } } } } availableActions { action allowed reasons { message } }
} } } }`;

const statementsFor = (first: number) =>
  countStatements(api.house.database, async () => {
    const { data } = await agent.query<{ cases: { edges: unknown[] } }>(QUEUE, { first });
    expect(data.cases.edges).toHaveLength(first);
  });

test("the queue takes as many statements for two cases as for forty", async () => {
  for (let n = 0; n < 40; n++) {
    const transactionId = await givenSale(api.house.db, api.own.merchantId);
    const customer = { name: `Customer ${n}`, phone: null, email: null, locale: "en" } as const;
    const story = { thread: "CUSTOMER", body: "The slip was printed twice." } as const;
    const request = {
      state: "NEW",
      origin: "CUSTOMER",
      channel: "WEB",
      reason: "DUPLICATE_CHARGE",
      amount: money(5000n, "CNY"),
      transactionId,
      merchantId: api.own.merchantId,
      customer,
      story,
    } as const;
    await api.house.db
      .transaction()
      .execute((trx) => openCase(trx, { ...api.house, actor: systemActor, locale: "en" }, request));
  }
  await statementsFor(2);
  const few = await statementsFor(2);
  const many = await statementsFor(40);
  // Who asks, the cases, and what hangs off them read together: not a statement for each kind of thing.
  expect(few).toBeGreaterThan(2);
  expect(few).toBeLessThan(7);
  expect(many).toBe(few);
});
