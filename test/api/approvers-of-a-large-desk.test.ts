import { afterAll, beforeAll, expect, test } from "vitest";
import { approversOf } from "../../server/approvals/queries/request-parts.ts";
import { newId } from "../../server/kernel/ids.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { startTestApi, type TestApi } from "../support/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("many who give the first word leave room for those who give the second", async () => {
  const { db, clock } = api.house;
  const created_at = clock.now();
  const supervisors = Array.from({ length: 60 }, (_, index) => {
    const name = `A ${String(index).padStart(2, "0")}`;
    return { id: newId(), name, email: `a${index}@desk.test`, role: "SUPERVISOR" as const, created_at };
  });
  const officer = { id: newId(), name: "Z", email: "z@desk.test", role: "COMPLIANCE_OFFICER" as const, created_at };
  await db
    .insertInto("staff")
    .values([...supervisors, officer])
    .execute();
  const reader = { db, clock, actor: { roles: builtInBook } };
  const [first, second] = await approversOf.batch(reader, ["approval.first", "approval.second"]);
  expect(first).toHaveLength(50);
  expect(second).toContainEqual(expect.objectContaining({ id: officer.id }));
});
