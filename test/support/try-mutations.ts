import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "./api.ts";
import { documentOf, send } from "./bad-input.ts";
import { badPlaces, withValue } from "./bad-values.ts";
import { attemptAt, successes } from "./mutation-attempts.ts";
import { countRows, tablesWith } from "./what-is-stored.ts";

/** Tries some of the mutations with whatever nobody should send, in each place of their arguments, on a desk of their own. */
export function tryMutations(isTried: (name: string) => boolean): void {
  const fields = Object.values(buildApiSchema().getMutationType()?.getFields() ?? {});
  const mutations = fields.filter(({ name }) => isTried(name));
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  describe.each(mutations.map((field) => [field.name, field] as const))("%s", (name, field) => {
    const document = documentOf("mutation", field);
    const places = badPlaces(field.args);

    test.each(places.map(({ path, ...place }) => [path.join("."), { path, ...place }] as const))(
      "%s: whatever stands there, it is done or refused, and a refusal leaves nothing",
      async (_path, { path, values }) => {
        let attempt = await attemptAt(api, name);
        let before = await countRows(api.house.db);
        for (const value of values) {
          const { answer } = await send(attempt.client, document, withValue(attempt.variables, path, value));
          const given = answer?.[name];
          const told = Array.isArray(given) ? given[0] : given;
          const typename = typeof told === "object" && told !== null && "__typename" in told ? told.__typename : null;
          if (typeof typename !== "string" || !successes.includes(typename)) continue;
          attempt = await attemptAt(api, name);
          before = await countRows(api.house.db);
        }
        expect(await countRows(api.house.db)).toEqual(before);
      },
      60_000,
    );

    test("a card's number is typed into each of its texts", async () => {
      for (const { path } of places.filter(({ scalar }) => scalar === "String")) {
        for (const text of ["4111 1111 1111 1111", "My card 4111111111111111 and CVV: 987."]) {
          const { client, variables } = await attemptAt(api, name);
          await send(client, document, withValue(variables, path, text));
        }
      }
    });
  });

  test("and no card's number or security code that was typed anywhere is stored anywhere", async () => {
    expect(await tablesWith(api.house.db, ["4111 1111 1111 1111", "4111111111111111", "CVV: 987"])).toEqual([]);
  });

  test("after all of it every chain verifies, the money adds up, and the desk answers", async () => {
    expect((await verifyChains(api.house.db)).broken).toBeNull();
    expect(await verifyMoney(api.house.db)).toEqual([]);
    expect((await api.as("SUPERVISOR").send({ query: "{ viewer { id } }" })).status).toBe(200);
  });
}
