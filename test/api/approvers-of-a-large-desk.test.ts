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
  const supervisors = Array.from({ length: 60 }, (_, index) => ({
    ...{ id: newId(), name: `A ${String(index).padStart(2, "0")}`, email: `a${index}@desk.test` },
    ...{ role: "SUPERVISOR", created_at: clock.now() },
  }));
  const officer = { id: newId(), name: "Z", email: "z@desk.test", role: "COMPLIANCE_OFFICER", created_at: clock.now() };
  await db
    .insertInto("staff")
    .values([...supervisors, officer])
    .execute();
  const reader = { db, clock, actor: { roles: builtInBook } };
  const [first = [], second = []] = await approversOf.batch(reader, ["approval.first", "approval.second"]);
  expect(first).toHaveLength(50);
  expect(second.map(({ id }) => id)).toContain(officer.id);
});
