import { getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "./api.ts";
import { documentOf, send } from "./bad-input.ts";
import { badPlaces, withValue } from "./bad-values.ts";
import { type Attempt, attemptAt, successes } from "./mutation-attempts.ts";
import { countRows, tablesWith } from "./what-is-stored.ts";

/** Tries some of the mutations with whatever nobody should send, in each place of their arguments, on a desk of their own. */
export function tryMutations(isTried: (name: string) => boolean): void {
  const fields = Object.values(buildApiSchema().getMutationType()?.getFields() ?? {});
  const mutations = fields.filter(({ name }) => isTried(name));
  const seen = new Set<string>();
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  describe.each(mutations.map((field) => [field.name, field] as const))("%s", (name, field) => {
    const document = documentOf("mutation", field);
    const places = badPlaces(field.args, seen);

    // What nothing has been done with is as good for the next wrong value, here or in the next place.
    let attempt: Attempt | null = null;
    let before: Awaited<ReturnType<typeof countRows>> = {};

    /** Asks it with this at that place, on things made for it; whether something was done. */
    async function isDone(path: readonly string[], value: unknown): Promise<boolean> {
      if (attempt === null) {
        attempt = await attemptAt(api, name);
        before = await countRows(api.house.db);
      }
      const { answer } = await send(attempt.client, document, withValue(attempt.variables, path, value));
      const done = successes.includes(typenameOf(answer?.[name]));
      if (done) attempt = null;
      return done;
    }

    test.each(places.map(({ path, ...place }) => [path.join("."), { path, ...place }] as const))(
      "%s: whatever stands there, it is done or refused, and a refusal leaves nothing",
      async (_path, { path, values }) => {
        for (const value of values) await isDone(path, value);
        if (attempt === null) return;
        const expected = before;
        before = await countRows(api.house.db);
        expect(before).toEqual(expected);
      },
      60_000,
    );

    test("a card's number is typed into each of its texts", async () => {
      for (const { path } of places.filter(({ type }) => getNamedType(type).name === "String")) {
        // Where so much is refused, there may be room for the number alone.
        if (!(await isDone(path, "My card 4111111111111111, 4111 1111 1111 1111 and CVV: 987.")))
          await isDone(path, "4111 1111 1111 1111");
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

/** What a mutation says that it has done or refused; of a list, the first. */
function typenameOf(given: unknown): string {
  const told: unknown = Array.isArray(given) ? given[0] : given;
  return typeof told === "object" && told !== null && "__typename" in told ? String(told.__typename) : "";
}
