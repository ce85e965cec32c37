import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";

let api: TestApi;
let seeds: Seeds;
beforeAll(async () => {
  api = await startTestApi();
  seeds = await seedTwoCases(api);
});
afterAll(() => api.close());

const NODE = "query($id: ID!) { node(id: $id) { __typename id } }";

describe("asking for anything by its id", () => {
  test.each([
    ["Refund", (of: Seeds["own"]) => of.refundId],
    ["Dispute", (of: Seeds["own"]) => of.disputeId],
    ["Referral", (of: Seeds["own"]) => of.referralId],
    ["Transaction", (of: Seeds["own"]) => of.transactionId],
    ["Merchant", (of: Seeds["own"]) => of.merchantId],
  ])("a %s of another merchant is not there for a merchant's verifier, and an agent finds it", async (type, rowOf) => {
    const id = toGlobalId(type, rowOf(seeds.other));
    expect((await api.as("MERCHANT_VERIFIER").query(NODE, { id })).data).toEqual({ node: null });
    expect((await api.as("SUPPORT_AGENT").query(NODE, { id })).data).toEqual({ node: { __typename: type, id } });
  });

  test("finds a dispute and a complaint whose case has since gone to the bank or an agency again", async () => {
    const { disputeId, referralId } = seeds.own;
    const later = { id: newId(), reference: `later-${newId()}` };
    for (const [table, id] of [
      ["dispute", disputeId],
      ["referral", referralId],
    ] as const) {
      await api.house.database.pool.query(
        `insert into ${table} select (jsonb_populate_record(row, $2)).* from ${table} as row where id = $1`,
        [id, later],
      );
    }
    for (const id of [toGlobalId("Dispute", disputeId), toGlobalId("Referral", referralId)]) {
      expect((await api.as("SUPPORT_AGENT").query(NODE, { id })).data).toMatchObject({ node: { id } });
    }
  });

  test.each(["", "x", toGlobalId("Nothing", newId()), toGlobalId("Case", newId()), "Q2FzZTpub3QtYW4taWQ"])(
    "%j names nothing",
    async (id) => {
      expect((await api.as("SUPPORT_AGENT").query(NODE, { id })).data).toEqual({ node: null });
    },
  );

  test("every type with an id is known to it", async () => {
    const schema = buildApiSchema();
    const node = schema.getType("Node");
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => "getInterfaces" in type && type.getInterfaces().some((face) => face === node),
    );
    expect(types.map(({ name }) => name).sort()).toEqual([
      "ApiKey",
      "ApprovalRequest",
      "Case",
      "CaseEvent",
      "Clock",
      "Course",
      "Customer",
      "Delegation",
      "Dispute",
      "Evidence",
      "ExportRun",
      "ImportRun",
      "Institution",
      "Merchant",
      "MessageTemplate",
      "Notice",
      "PolicyDraft",
      "PolicyVersion",
      "Referral",
      "Refund",
      "Staff",
      "TrainingRecord",
      "Transaction",
      "WebhookEndpoint",
    ]);
  });
});
