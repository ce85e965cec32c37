import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../support/api.ts";
import { staffPassword } from "../support/open-test-desk.ts";
import { Visitor } from "../support/visitor.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ trustProxy: true });
});
afterAll(() => api.close());

test("who called is what our own proxy says; what the caller wrote before it names nobody", async () => {
  const { email } = await api.another("SUPPORT_AGENT");
  const visitor = new Visitor(api.app, api.login.publicUrl);
  const forwarded = { "x-forwarded-for": "203.0.113.9, 198.51.100.7" };
  await visitor.post("/api/auth/sign-in/email", { email, password: staffPassword }, forwarded);
  const { rows } = await api.house.database.pool.query<{ ipAddress: string }>(
    `select "ipAddress" from auth.session join auth."user" on "user".id = session."userId"
     where "user".email = $1 order by session."createdAt" desc limit 1`,
    [email],
  );
  expect(rows).toEqual([{ ipAddress: "198.51.100.7" }]);
});
