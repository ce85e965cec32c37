import { describe, expect, test } from "vitest";
import { type RoleChangeFacts, reasonsAgainstChange } from "../../server/roles/domain/role-change.ts";
import { roleRefusalText } from "../../server/roles/domain/role-refusal-text.ts";
import { mayHold, rightsApart } from "../../server/roles/domain/role-rules.ts";
import { builtInPermissions, type Permission } from "../../server/staff/domain/permissions.ts";
import { builtInBook, builtInRights, roleBook } from "../../server/staff/domain/role-book.ts";
import { type StaffRole, staffRoles } from "../../server/staff/domain/roles.ts";

/** A desk with two people of each role, and a supervisor who is to invite people to share views no longer. */
function aChange(change: Partial<RoleChangeFacts> = {}): RoleChangeFacts {
  return {
    role: "SUPERVISOR",
    after: without("SUPERVISOR", "view.share"),
    book: builtInBook,
    seesCases: true,
    atWork: new Map(staffRoles.map((role) => [role, 2])),
    ...change,
  };
}

const withRight = (role: StaffRole, ...rights: Permission[]) => new Set([...builtInPermissions[role], ...rights]);
const without = (role: StaffRole, ...rights: Permission[]) =>
  new Set(builtInPermissions[role].filter((right) => !rights.includes(right)));
const codes = (facts: RoleChangeFacts) => reasonsAgainstChange(facts).map(({ code }) => code);

describe("a change of a role", () => {
  test("is possible where nothing stands against it", () => {
    expect(reasonsAgainstChange(aChange())).toEqual([]);
  });

  test("that changes nothing is refused for that", () => {
    expect(codes(aChange({ after: builtInRights("SUPERVISOR") }))).toEqual(["NOTHING_CHANGES"]);
  });

  test.each(rightsApart)("never brings $one and $other together", ({ one, other }) => {
    const role = staffRoles.find((held) => builtInRights(held).has(one) && mayHold(held, other));
    if (role === undefined) throw new Error(`Nobody holds ${one}`);
    const seesCases = role !== "ADMINISTRATOR";
    const reasons = reasonsAgainstChange(aChange({ role, seesCases, after: withRight(role, other) }));
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: "APART", pair: expect.objectContaining({ one, other }) }),
    );
  });

  test("gives no side of a case to another, nor to people what the desk does by itself", () => {
    expect(codes(aChange({ after: withRight("SUPERVISOR", "bank.rule") }))).toEqual(["NOT_FOR_THIS_ROLE"]);
    expect(codes(aChange({ after: withRight("SUPERVISOR", "case.expire") }))).toEqual(["NOT_FOR_THIS_ROLE"]);
    const bank = aChange({ role: "BANK_OFFICER", after: withRight("BANK_OFFICER", "case.note") });
    expect(codes(bank)).toEqual(["NOT_FOR_THIS_ROLE"]);
  });

  test.each(["case.read", "insight.read"] as const)(
    "gives %s, of which nothing is left without cases, to no role that sees none",
    (right) => {
      const trainer = aChange({ role: "TRAINER", seesCases: false, after: withRight("TRAINER", right) });
      expect(codes(trainer)).toEqual(["SEES_NO_CASES"]);
    },
  );

  test("takes the right to manage people from nobody who is the last to hold it at work", () => {
    const after = without("ADMINISTRATOR", "staff.manage");
    const last = aChange({ role: "ADMINISTRATOR", seesCases: false, after });
    expect(reasonsAgainstChange(last)).toEqual([{ code: "NOBODY_LEFT", right: "staff.manage" }]);
    const shared = roleBook(1, [...builtInBook.roles, ["TRAINER", withRight("TRAINER", "staff.manage")]]);
    expect(reasonsAgainstChange({ ...last, book: shared })).toEqual([]);
    const atWork = new Map<StaffRole, number>([
      ["ADMINISTRATOR", 2],
      ["TRAINER", 0],
    ]);
    expect(codes({ ...last, book: shared, atWork })).toEqual(["NOBODY_LEFT"]);
  });

  test("takes the right to approve changes of roles from one of two roles, not from both", () => {
    const lessened = roleBook(1, [
      ...builtInBook.roles,
      ["COMPLIANCE_OFFICER", without("COMPLIANCE_OFFICER", "role.approve")],
    ]);
    const after = without("ADMINISTRATOR", "role.approve");
    const change = aChange({ role: "ADMINISTRATOR", seesCases: false, after });
    expect(reasonsAgainstChange(change)).toEqual([]);
    expect(reasonsAgainstChange({ ...change, book: lessened })).toEqual([
      { code: "NOBODY_LEFT", right: "role.approve" },
    ]);
  });
});

test.each(staffRoles)("the built-in %s keeps every rule", (role) => {
  const rights = builtInRights(role);
  expect([...rights].filter((right) => !mayHold(role, right))).toEqual([]);
  expect(rightsApart.filter(({ one, other }) => rights.has(one) && rights.has(other))).toEqual([]);
});

test("every refusal speaks both languages, and says what to do", () => {
  const [pair] = rightsApart;
  if (pair === undefined) throw new Error("no rights are kept apart");
  for (const refusal of [
    { code: "NOT_EDITABLE" },
    { code: "NOT_ALLOWED_ANY_MORE" },
    { code: "NOTHING_CHANGES" },
    { code: "REASON_MISSING" },
    { code: "ALREADY_PROPOSED" },
    { code: "NOT_FOR_THIS_ROLE", rights: ["bank.rule"] },
    { code: "SEES_NO_CASES", rights: ["case.read"] },
    { code: "APART", pair },
    { code: "NOBODY_LEFT", right: "staff.manage" },
    { code: "NOBODY_CAN_AGREE" },
  ] as const) {
    expect(roleRefusalText(refusal, "zh-CN")).toMatch(/[一-鿿].*。$/);
    expect(roleRefusalText(refusal, "en")).toMatch(/^[“A-Z].*\.$/);
  }
});
