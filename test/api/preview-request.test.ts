import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";
import { draftOf, publishText, save, start } from "../support/policy-room.ts";
import { countRows } from "../support/what-is-stored.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const PREVIEW = `query ($input: PreviewRequestInput!) { previewRequest(input: $input) {
  outcome policyVersion { name } because trace { rowNumber hit } checks { kind outcome } refundable { minor currency }
  problems { code message } duplicates { number } } }`;

interface Preview {
  readonly outcome: string;
  readonly because: string;
  readonly checks: readonly { readonly kind: string; readonly outcome: string }[];
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly duplicates: readonly { readonly number: string }[];
}

async function preview(transactionId: string, change: object = {}): Promise<Preview | null> {
  const input = {
    transactionId: toGlobalId("Transaction", transactionId),
    amount: { minor: "12900", currency: "CNY" },
    reason: "NOT_AS_DESCRIBED",
    ...change,
  };
  const { data } = await api.as("SUPPORT_AGENT").query<{ previewRequest: Preview | null }>(PREVIEW, { input });
  return data.previewRequest;
}

describe("a request that is not made yet", () => {
  test("is told what the policy would say of it, and what it would say once the case is open", async () => {
    const { caseId, transactionId, number } = await givenCase(api);
    const previewed = await preview(transactionId);
    const decided = await api.house.db
      .selectFrom("decision")
      .select(["outcome", "facts"])
      .where("case_id", "=", caseId)
      .executeTakeFirstOrThrow();
    expect(previewed).toMatchObject({
      outcome: decided.outcome,
      refundable: { minor: "129900", currency: "CNY" },
      problems: [],
      duplicates: [{ number }],
    });
    const checks = await api.house.db
      .selectFrom("case_check")
      .select(["kind", "outcome"])
      .where("case_id", "=", caseId)
      .execute();
    const told = (kind: string) => previewed?.checks.find((check) => check.kind === kind)?.outcome;
    for (const { kind, outcome } of checks) expect(told(kind), kind).toBe(outcome);
  });

  test("names the version that speaks in full, as the case does: also where only the wording is newer", async () => {
    const { transactionId, id } = await givenCase(api);
    const officer = api.as("COMPLIANCE_OFFICER");
    const draft = await start(officer);
    const title = { zh: "退款规则", en: "Rules of refunds" };
    await publishText(api, draftOf(await save(officer, draft, { ...draft.content, title }, "MINOR", "A word.")), null);
    api.clock.advance({ minutes: 1 });
    expect(await preview(transactionId)).toMatchObject({ policyVersion: { name: "v1.1" } });
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query("query ($id: ID!) { case(id: $id) { decision { policyVersion { name } } } }", { id });
    expect(data).toEqual({ case: { decision: { policyVersion: { name: "v1" } } } });
  });

  test("passes the check of proof when the customer has one in hand", async () => {
    const { transactionId } = await givenCase(api);
    const previewed = await preview(transactionId, { proofs: ["CARD_SLIP"] });
    expect(previewed?.checks).toContainEqual({ kind: "PROOF_PRESENT", outcome: "PASSED" });
  });

  test.each([
    ["more than was paid", { amount: { minor: "129901", currency: "CNY" } }, "ABOVE_PAID"],
    ["another currency", { amount: { minor: "1", currency: "USD" } }, "CURRENCY_DIFFERS"],
    ["nothing", { amount: { minor: "0", currency: "CNY" } }, "AMOUNT_NOT_POSITIVE"],
  ])("that asks for %s is told why no case would be opened", async (_what, change, code) => {
    const { transactionId } = await givenCase(api);
    expect((await preview(transactionId, change))?.problems).toMatchObject([{ code }]);
  });

  test("writes nothing, and is not there for a transaction that is none", async () => {
    const { transactionId, caseId } = await givenCase(api);
    const before = await countRows(api.house.db);
    await preview(transactionId);
    expect(await preview(caseId)).toBeNull();
    expect(await countRows(api.house.db)).toEqual(before);
  });
});
