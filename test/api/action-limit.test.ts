import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import type { ApprovalTier } from "../../server/policies/domain/policy-content.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { awaitingApproval, fresh, step } from "../support/case-stages.ts";
import type { GivenCase } from "../support/given-case.ts";
import { givenMerchant } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** A case under verification over a sale in that currency. */
async function verifyingIn(currency: string, merchantId?: string): Promise<GivenCase> {
  const change = merchantId === undefined ? {} : { merchantId };
  const found = await fresh({ amount: money(12_900n, currency), ...change })(api);
  await api.house.db.updateTable("transaction").set({ currency }).where("id", "=", found.transactionId).execute();
  await step(api, found, "SUPPORT_AGENT", { action: "BEGIN_VERIFICATION", input: {} });
  return found;
}

interface Said {
  readonly goesTo: string;
  readonly limit: string | null;
}

async function approving(found: GivenCase, minor: bigint, currency: string): Promise<Said> {
  return said(found, { action: "APPROVE_REFUND", amount: { minor: String(minor), currency } }, "SUPPORT_AGENT", "en");
}

async function said(found: GivenCase, input: object, role: Parameters<TestApi["as"]>[0], language: string) {
  const { body } = await api.as(role).send(
    {
      query:
        "query ($id: ID!, $input: ActionOutlookInput!) { actionOutlook(caseId: $id, input: $input) { goesTo limit } }",
      variables: { id: found.id, input },
    },
    { "accept-language": language },
  );
  return (body as { readonly data: { readonly actionOutlook: Said } }).data.actionOutlook;
}

/** A shop with a policy of its own that differs in its limits. */
async function shopWith(approvalTiers: readonly ApprovalTier[]): Promise<string> {
  const { db, clock } = api.house;
  const merchantId = await givenMerchant(db);
  const name = `merchant-${merchantId}`;
  const label = { zh: "一家店", en: "a shop" };
  const created = { created_at: clock.now() };
  await db
    .insertInto("policy")
    .values({ name, scope: "MERCHANT", value: merchantId, label, ...created })
    .execute();
  await db
    .insertInto("policy_version")
    .values({
      ...{ id: newId(), policy: name, version: 1, content: { ...defaultPolicy, approvalTiers } },
      ...{ content_hash: "x", change_note: "", effective_from: new Date(0), effective_until: null },
      published_at: new Date(0),
    })
    .execute();
  return merchantId;
}

describe("the limit on the sheet is the one that decides", () => {
  test.each([
    ["CNY", 100_000n, "CNY\u00a01,000.00"],
    ["USD", 15_000n, "USD\u00a0150.00"],
    ["JPY", 20_000n, "JPY\u00a020,000"],
  ])("in %s", async (currency, limit, shown) => {
    const found = await verifyingIn(currency);
    const within = await approving(found, limit, currency);
    expect(within.goesTo).toBe("REFUNDING");
    expect(within.limit?.replaceAll(" ", "\u00a0")).toContain(shown);
    expect((await approving(found, limit + 1n, currency)).goesTo).toBe("AWAITING_APPROVAL");
  });

  test("a currency that the policy does not name always needs approval, and the sheet says so in either language", async () => {
    const found = await verifyingIn("THB");
    const least = await approving(found, 1n, "THB");
    expect(least).toEqual({
      goesTo: "AWAITING_APPROVAL",
      limit: "The policy names no limit for THB: somebody else must agree to every refund in it.",
    });
    const chinese = await said(found, { action: "APPROVE_REFUND" }, "SUPPORT_AGENT", "zh-CN");
    expect(chinese.limit).toBe("政策没有设定 THB 的独立批准限额：该币种的退款一律须他人审批。");
  });

  test("of the shop's own policy, where it has one", async () => {
    const own = await shopWith([{ permission: "approval.first", aboveMinor: { USD: 5_000 } }]);
    const found = await verifyingIn("USD", own);
    const above = await approving(found, 5_001n, "USD");
    expect(above.goesTo).toBe("AWAITING_APPROVAL");
    expect(above.limit).toMatch(/USD\s50\.00/);
    expect((await approving(found, 5_000n, "USD")).goesTo).toBe("REFUNDING");
  });

  test("is what the page says before anything is opened, to whoever can act on it and to nobody else", async () => {
    const found = await verifyingIn("CNY");
    const own = async (role: Parameters<TestApi["as"]>[0], of: GivenCase) => {
      const query = "query ($id: ID!) { case(id: $id) { ownWord { action isEnough text } } }";
      const { body } = await api.as(role).send({ query, variables: { id: of.id } }, { "accept-language": "en" });
      return (body as { readonly data: { readonly case: { readonly ownWord: object | null } } }).data.case.ownWord;
    };
    expect(await own("SUPPORT_AGENT", found)).toEqual({
      action: "APPROVE_REFUND",
      isEnough: true,
      text: "Within your limit of CNY 1,000.00: the money leaves as soon as you approve.",
    });
    await api.house.db.updateTable("cases").set({ amount_minor: 100_001n }).where("id", "=", found.caseId).execute();
    expect(await own("SUPPORT_AGENT", found)).toEqual({
      action: "APPROVE_REFUND",
      isEnough: false,
      text: "You propose, a supervisor grants: above your limit of CNY 1,000.00.",
    });
    expect(await own("COMPLIANCE_OFFICER", found)).toBeNull();
    const waiting = await awaitingApproval(api);
    expect(await own("SUPERVISOR", waiting)).toEqual({
      action: "GRANT_APPROVAL",
      isEnough: true,
      text: "The money leaves as soon as you agree: nobody else must.",
    });
    expect(await own("SUPPORT_AGENT", waiting)).toBeNull();
  });

  test("on a supervisor's sheet is how far their agreement is enough", async () => {
    const found = await awaitingApproval(api);
    const granting = await said(found, { action: "GRANT_APPROVAL" }, "SUPERVISOR", "en");
    expect(granting.goesTo).toBe("REFUNDING");
    expect(granting.limit).toMatch(/others propose up to CNY\s10,000\.00; above that compliance must agree as well/);
    expect((await said(found, { action: "REJECT_APPROVAL" }, "SUPERVISOR", "en")).limit).toBeNull();
  });
});
