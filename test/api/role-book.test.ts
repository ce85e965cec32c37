import { afterAll, beforeAll, expect, test } from "vitest";
import { adoptPermissions } from "../../server/staff/actions/adopt-permissions.ts";
import { builtInPermissions, type Permission } from "../../server/staff/domain/permissions.ts";
import { builtInBook, rightsIn } from "../../server/staff/domain/role-book.ts";
import type { StaffRole } from "../../server/staff/domain/roles.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { readRoleBook } from "../../server/staff/queries/find-role-book.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { giveRights } from "../support/role-rights.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const PERMISSIONS = "{ viewer { permissions } }";

async function permissionsOf(role: StaffRole): Promise<readonly string[]> {
  const { data } = await api.as(role).query<{ viewer: { permissions: readonly string[] } }>(PERMISSIONS);
  return data.viewer.permissions;
}

/** As another process does it: this one hears nothing of it. */
const give = (role: StaffRole, permissions: readonly Permission[]) => giveRights(api, role, permissions);

test("a desk begins with the built-in roles", async () => {
  expect((await readRoleBook(api.house.db)).roles).toEqual(builtInBook.roles);
});

test("what another process changes counts from the very next request here, and costs one statement once", async () => {
  expect(await permissionsOf("TRAINER")).toContain("TRAINING_MANAGE");
  const usual = await countStatements(api.house.database, () => permissionsOf("TRAINER"));
  await give("TRAINER", ["policy.read"]);
  const first = await countStatements(api.house.database, async () =>
    expect(await permissionsOf("TRAINER")).toEqual(["POLICY_READ"]),
  );
  expect(first).toBe(usual + 1);
  expect(await countStatements(api.house.database, () => permissionsOf("TRAINER"))).toBe(usual);
  await give("TRAINER", builtInPermissions.TRAINER);
});

test("a right that is new in a release begins where the built-in table has it, and what was changed by hand stays", async () => {
  const { db } = api.house;
  const lessened = builtInPermissions.TRAINER.filter((right) => right !== "training.waive");
  await give("TRAINER", lessened);
  await db.deleteFrom("known_permission").where("name", "=", "policy.read").execute();
  await give("COMPLIANCE_OFFICER", ["audit.read"]);
  await adoptPermissions(db, new Date());
  const book = await readRoleBook(db);
  expect(rightsIn(book, "TRAINER")).toEqual(new Set(lessened));
  expect(rightsIn(book, "COMPLIANCE_OFFICER")).toEqual(new Set(["audit.read", "policy.read"]));
  const again = await readRoleBook(db).then(({ revision }) => revision);
  await adoptPermissions(db, new Date());
  expect((await readRoleBook(db)).revision).toBe(again);
  await give("TRAINER", builtInPermissions.TRAINER);
  await give("COMPLIANCE_OFFICER", builtInPermissions.COMPLIANCE_OFFICER);
});

test("a right that is gone from the house leaves every role", async () => {
  const { db } = api.house;
  const gone = "case.forget" as Permission;
  await give("SUPERVISOR", [...builtInPermissions.SUPERVISOR, gone]);
  await adoptPermissions(db, new Date());
  expect(rightsIn(await readRoleBook(db), "SUPERVISOR")).toEqual(new Set(builtInPermissions.SUPERVISOR));
});

test("whoever acts by something that was given to them before acts by the role as it is now", async () => {
  const { staffId } = api.as("SUPPORT_AGENT");
  await give("SUPPORT_AGENT", ["case.read"]);
  const actor = await findStaffActor(api.house.db, staffId, api.clock.now());
  expect(actor?.permissions).toEqual(new Set(["case.read"]));
  await give("SUPPORT_AGENT", builtInPermissions.SUPPORT_AGENT);
});
