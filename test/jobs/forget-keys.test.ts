import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetKeys, keysKeptDays } from "../../server/cases/actions/forget-keys.ts";
import { newId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function givenKey(ageMs: number): Promise<string> {
  const key = newId();
  await api.house.db
    .insertInto("idempotency_key")
    .values({
      ...{ owner: "test", key, action: "ADD_NOTE", input_hash: "", case_id: null, event_id: null },
      created_at: new Date(api.clock.now().getTime() - ageMs),
    })
    .execute();
  return key;
}

test("a key is kept for as long as a client may repeat its request, and then forgotten", async () => {
  const kept = keysKeptDays * 86_400_000;
  const [young, old] = [await givenKey(kept - 60_000), await givenKey(kept + 60_000)];
  expect(await forgetKeys(api.house)).toBe(1);
  const left = await api.house.db.selectFrom("idempotency_key").select("key").where("owner", "=", "test").execute();
  expect(left).toEqual([{ key: young }]);
  expect(left).not.toContainEqual({ key: old });
  expect(await forgetKeys(api.house)).toBe(0);
});
