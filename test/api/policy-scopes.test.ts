import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenMerchant } from "../support/given-rows.ts";
import { ask, type DraftAnswer, draftOf } from "../support/policy-room.ts";

let api: TestApi;
let hotel: string;
beforeAll(async () => {
  api = await startTestApi();
  hotel = await givenMerchant(api.house.db);
  await api.house.db.updateTable("merchant").set({ category_code: "7011" }).where("id", "=", hotel).execute();
});
afterAll(() => api.close());

const officer = () => api.as("COMPLIANCE_OFFICER");
const create = (scope: string, value: string, label: object | null = null) =>
  ask(officer(), "createPolicy", "CreatePolicyInput", { scope, value, label });
const codes = ({ reasons }: DraftAnswer) => reasons?.map(({ code }) => code);

interface Preview {
  readonly label: string | null;
  readonly taken: { readonly name: string } | null;
  readonly narrower: readonly { readonly name: string }[];
  readonly wider: readonly { readonly name: string }[];
}
async function preview(scope: string, value: string) {
  const { data, errors } = await officer().query<{ policyScopePreview: Preview | null }>(
    `query ($scope: PolicyScope!, $value: String!) { policyScopePreview(scope: $scope, value: $value) {
      label taken { name } narrower { name } wider { name } } }`,
    { scope, value },
  );
  return { found: data?.policyScopePreview ?? null, codes: errors.map(({ extensions }) => extensions?.code) };
}
const names = (policies: readonly { readonly name: string }[] = []) => policies.map(({ name }) => name);

describe("before a policy is begun for a scope", () => {
  test("it is said what the scope is called, and which policies it would go before and stand back for", async () => {
    const merchant = toGlobalId("Merchant", hotel);
    expect((await preview("MERCHANT", merchant)).found).toMatchObject({ taken: null, narrower: [] });
    draftOf(await create("CHANNEL", "COUNTER"));
    draftOf(await create("CATEGORY", "7011"));
    draftOf(await create("CATEGORY", "5411"));
    const ofHotel = (await preview("MERCHANT", merchant)).found;
    // Its own category and any channel, never another category; the next in line first.
    expect(names(ofHotel?.wider)).toEqual(["category-7011", "channel-COUNTER", "default"]);
    draftOf(await create("MERCHANT", merchant));
    const ofCategory = (await preview("CATEGORY", "7011")).found;
    expect(ofCategory?.taken).toEqual({ name: "category-7011" });
    expect(names(ofCategory?.narrower)).toEqual([`merchant-${hotel}`]);
    expect(names((await preview("CATEGORY", "5411")).found?.narrower)).toEqual([]);
    const ofChannel = (await preview("CHANNEL", "WEB")).found;
    expect(names(ofChannel?.narrower)).toEqual([`merchant-${hotel}`, "category-7011", "category-5411"]);
    expect(names(ofChannel?.wider)).toEqual(["default"]);
  });

  test("what is no scope at all has no preview, and everyone's is refused as such", async () => {
    for (const [scope, value] of [
      ["CATEGORY", "70111"],
      ["CATEGORY", "hotel"],
      ["CHANNEL", "PIGEON"],
      ["MERCHANT", "nobody"],
      ["MERCHANT", toGlobalId("Merchant", "0199d6a0-0000-7000-8000-00000000dead")],
      ["MERCHANT", toGlobalId("Case", hotel)],
    ] as const)
      expect([value, (await preview(scope, value)).found]).toEqual([value, null]);
    expect((await preview("EVERYONE", "")).codes).toEqual(["BAD_USER_INPUT"]);
  });
});

describe("a category", () => {
  test("that has a name here needs none, and one that has none is named by whoever begins it", async () => {
    expect((await preview("CATEGORY", "5812")).found?.label).toBe("Restaurants");
    draftOf(await create("CATEGORY", "5812"));
    expect((await preview("CATEGORY", "1799")).found).toMatchObject({ label: null, taken: null });
    expect(codes(await create("CATEGORY", "1799"))).toEqual(["SCOPE_UNKNOWN"]);
    draftOf(await create("CATEGORY", "1799", { zh: "装修", en: "contractors" }));
    const { data } = await officer().query('{ policy(name: "category-1799") { label draft { state } } }');
    expect(data).toEqual({ policy: { label: "contractors", draft: { state: "DRAFT" } } });
  });

  test("of two that begin its policy at once one does, and the other is told of it", async () => {
    const answers = await Promise.all([create("CATEGORY", "5912"), create("CATEGORY", "5912")]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["PolicyDraftDone", "PolicyRefused"]);
    expect(answers.flatMap((answer) => codes(answer) ?? [])).toEqual(["SCOPE_TAKEN"]);
  });
});
