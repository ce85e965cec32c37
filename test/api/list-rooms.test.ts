import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../support/api.ts";
import { atAgency, atBank } from "../support/case-stages.ts";
import type { GivenCase } from "../support/given-case.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Listed {
  readonly edges: readonly { readonly node: { readonly case: { readonly number: string } } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const numbersOf = ({ edges }: Listed) => edges.map(({ node }) => node.case.number);
const due = (found: GivenCase, at: string) =>
  api.house.db
    .updateTable("cases")
    .set({ due_at: new Date(at) })
    .where("id", "=", found.caseId)
    .execute();

test("disputes by deadline begin with the case that has the least time left, page after page", async () => {
  const [late, soon, soonToo] = [await atBank(api), await atBank(api), await atBank(api)];
  await due(late, "2030-01-03T00:00:00Z");
  await due(soon, "2030-01-01T00:00:00Z");
  await due(soonToo, "2030-01-01T00:00:00Z");
  const seen: string[] = [];
  const document = `query ($after: String) { disputes(filter: { open: true }, orderBy: DEADLINE, first: 1, after: $after) {
    edges { node { case { number } } } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null, more = true; more; ) {
    const { data }: { data: { disputes: Listed } } = await api
      .as("SUPPORT_AGENT")
      .query<{ disputes: Listed }>(document, { after });
    seen.push(...numbersOf(data.disputes));
    ({ hasNextPage: more, endCursor: after } = data.disputes.pageInfo);
  }
  expect(seen).toEqual([soon.number, soonToo.number, late.number]);
});

test("referrals are narrowed by stage, agency and whether they have ended", async () => {
  const found = await atAgency(api);
  const { data: known } = await api
    .as("SUPPORT_AGENT")
    .query<{ referrals: { edges: { node: { agency: { code: string } } }[] } }>(
      "{ referrals { edges { node { agency { code } } } } }",
    );
  const code = known.referrals.edges[0]?.node.agency.code ?? "";
  const list = async (filter: object) => {
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ referrals: Listed }>(
        "query ($filter: ReferralFilter) { referrals(filter: $filter) { edges { node { case { number } } } pageInfo { hasNextPage endCursor } } }",
        { filter },
      );
    return numbersOf(data.referrals);
  };
  const all = [found.number];
  expect(await list({})).toEqual(all);
  expect(await list({ open: true, states: ["LODGED"], agencies: [code] })).toEqual(all);
  expect(await list({ states: ["IN_MEDIATION"] })).toEqual([]);
  expect(await list({ agencies: ["NOWHERE"] })).toEqual([]);
  expect(await list({ open: false })).toEqual([]);
});
