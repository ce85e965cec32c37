import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenApiKey } from "../support/given-api-key.ts";
import { caseOf, type GivenSale, givenCheckedCase, givenSale, moneyOf } from "../support/refund-desk.ts";

const CLIENTS = 50;
const PAYMENTS = [
  { captured: 10_000n, amount: 500n },
  { captured: 9_999n, amount: 1_000n },
  { captured: 99_999n, amount: 100_000n },
  { captured: 100_000n, amount: 2_000n },
  { captured: 1n, amount: 1n },
] as const;

let api: TestApi;
let url: string;
let keys: readonly string[];

beforeAll(async () => {
  api = await startTestApi();
  url = `${await api.app.listen({ host: "127.0.0.1", port: 0 })}/graphql`;
  const agents = await Promise.all(Array.from({ length: 5 }, () => api.another("SUPPORT_AGENT")));
  const now = api.clock.now();
  keys = await Promise.all(agents.map(({ staffId }) => givenApiKey(api.house.db, staffId, now)));
});
afterAll(() => api.close());

const APPROVE = `mutation ($input: ApproveRefundInput!) { approveRefund(input: $input) {
  __typename ... on CaseActionDone { event { id } } ... on ActionRefused { reasons { code } } } }`;

interface Answer {
  readonly __typename: string;
  readonly event?: { readonly id: string };
  readonly reasons?: readonly { readonly code: string }[];
}

/** One client over a real socket, as one of the five agents. */
async function approve(client: number, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${keys[client % keys.length]}` },
    body: JSON.stringify({ query: APPROVE, variables: { input } }),
  });
  const told: { readonly data?: { readonly approveRefund: Answer } } = await response.json();
  if (told.data == null) throw new Error(JSON.stringify(told));
  return told.data.approveRefund;
}

async function inputFor(caseId: string, minor: bigint) {
  const { version } = await caseOf(api.house, caseId);
  const amount = { minor: String(minor), currency: "CNY" };
  const named = { caseId: toGlobalId("Case", caseId), expectedVersion: version, idempotencyKey: newId() };
  return { ...named, amount, reason: "seen at the counter" };
}

function refundsOver(sale: GivenSale) {
  return api.house.db.selectFrom("refund").selectAll().where("transaction_id", "=", sale.id).execute();
}

describe.each(PAYMENTS)(
  "fifty clients who refund $amount each of a payment of $captured at once",
  ({ captured, amount }) => {
    const winners = Math.min(CLIENTS, Number(captured / amount));

    test(`exactly ${winners} succeed, the others are told that it is too much, and asked again all hear the same`, async () => {
      const sale = await givenSale(api.house, captured);
      const inputs = await Promise.all(
        Array.from({ length: CLIENTS }, async () => inputFor(await givenCheckedCase(api.house, sale, amount), amount)),
      );
      const answers = await Promise.all(inputs.map((input, client) => approve(client, input)));
      const done = answers.filter(({ __typename }) => __typename === "CaseActionDone");
      expect(done).toHaveLength(winners);
      for (const answer of answers) {
        if (answer.__typename === "CaseActionDone") continue;
        expect(answer).toEqual({ __typename: "ActionRefused", reasons: [{ code: "ABOVE_REFUNDABLE" }] });
      }
      const held = amount * BigInt(winners);
      expect(await moneyOf(api.house, sale)).toEqual({ refunded: 0n, inFlight: held, chargedBack: 0n });
      expect(await refundsOver(sale)).toHaveLength(winners);

      expect(await Promise.all(inputs.map((input, client) => approve(client, input)))).toEqual(answers);
      expect(await moneyOf(api.house, sale)).toEqual({ refunded: 0n, inFlight: held, chargedBack: 0n });
      expect(await refundsOver(sale)).toHaveLength(winners);
    });
  },
);

test("fifty clients who approve one case at once, each under a key of their own: one refund, and 49 were too late", async () => {
  const sale = await givenSale(api.house, 10_000n);
  const input = await inputFor(await givenCheckedCase(api.house, sale, 100n), 100n);
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) => approve(client, { ...input, idempotencyKey: newId() })),
  );
  const heard = answers.map(({ __typename }) => __typename).sort();
  expect(heard).toEqual(["CaseActionDone", ...Array<string>(CLIENTS - 1).fill("StaleCase")]);
  expect(await refundsOver(sale)).toHaveLength(1);
  expect(await moneyOf(api.house, sale)).toMatchObject({ inFlight: 100n });
});

test("after the race every chain verifies, and the money adds up", async () => {
  expect((await verifyChains(api.house.db)).broken).toBeNull();
  expect(await verifyMoney(api.house.db)).toEqual([]);
});
