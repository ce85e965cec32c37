import { expect, test } from "vitest";
import { actedBy } from "../../server/notices/domain/tellings.ts";
import { isOfTheDesk } from "../../server/staff/domain/of-the-desk.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import { roleBook } from "../../server/staff/domain/role-book.ts";
import { roles, staffRoles } from "../../server/staff/domain/roles.ts";
import { anActor } from "../support/a-case.ts";

test("who works at the desk follows from what their role may, and nobody outside ever does", () => {
  const desk = roles.filter((role) => isOfTheDesk(anActor(role)));
  expect(desk).toEqual(["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"]);
  expect(roles.filter((role) => actedBy(anActor(role)) === "DESK")).toEqual(desk);
});

test("a role that is given the cases is of the desk, and one that loses them is not", () => {
  const rights = (role: (typeof staffRoles)[number]) => {
    if (role === "TRAINER") return [...builtInPermissions.TRAINER, "case.note" as const];
    return role === "SUPERVISOR" ? builtInPermissions.TRAINER : builtInPermissions[role];
  };
  const book = roleBook(
    2,
    staffRoles.map((role) => [role, rights(role)] as const),
  );
  const isNow = (role: (typeof staffRoles)[number]) => isOfTheDesk({ ...anActor(role), roles: book });
  expect([isNow("TRAINER"), isNow("SUPERVISOR"), isNow("SUPPORT_AGENT")]).toEqual([true, false, true]);
});

test("a machine that may less acts for somebody of the desk all the same", () => {
  const cutDown = { ...anActor("SUPPORT_AGENT"), permissions: new Set(["case.message"] as const) };
  expect(actedBy(cutDown)).toBe("DESK");
});
