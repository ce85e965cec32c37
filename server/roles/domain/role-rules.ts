import type { Bilingual } from "../../kernel/calendar.ts";
import { builtInPermissions, type Permission, permissions } from "../../staff/domain/permissions.ts";
import type { Role, StaffRole } from "../../staff/domain/roles.ts";

/** Rights that stand for one side of a case, or for the desk acting by itself; no other role can be given them. */
export const reservedRights: Readonly<Partial<Record<Permission, readonly StaffRole[]>>> = {
  "case.verify": ["MERCHANT_VERIFIER"],
  "bank.rule": ["BANK_OFFICER"],
  "case.expire": [],
  "refund.report": [],
};

/** People of merchants and banks: what they see is narrowed case by case, so they hold at most what was built to be narrowed. */
const outsideRoles: ReadonlySet<Role> = new Set(["MERCHANT_VERIFIER", "BANK_OFFICER"]);

export function mayHold(role: StaffRole, right: Permission): boolean {
  if (reservedRights[right]?.includes(role) === false) return false;
  return !outsideRoles.has(role) || builtInPermissions[role].includes(right);
}

/** What is done on a case or reckoned from cases, and so takes one in sight. */
const onCases = /^(case|check|refund|bank|agency|customer|evidence|approval|desk|insight)\./;
export const caseRights: ReadonlySet<Permission> = new Set(permissions.filter((right) => onCases.test(right)));

/** Rights of which the desk must always have somebody at work who holds them: without, no role could ever be changed again. */
export const mustBeHeld = ["staff.manage", "role.approve"] as const satisfies readonly Permission[];

/** Two rights that must not meet in one role, and why. What is forbidden to one person on one case is the approvals' to say. */
export interface Apart {
  readonly one: Permission;
  readonly other: Permission;
  readonly why: Bilingual;
}

const tiers = {
  zh: "两级审批须由不同角色承担，否则第二级形同虚设",
  en: "the two levels of approval belong to different roles, or the second is no check on the first",
};
const moneyAndRights = {
  zh: "授予权限的人不得自己动用资金",
  en: "whoever hands out rights must not move money",
};
const rulesAndCases = {
  zh: "发布政策的人不得依该政策决定退款",
  en: "whoever publishes the rules does not decide refunds by them",
};
const reviewAndWork = {
  zh: "复核裁定的人不得自己处理案件",
  en: "whoever reviews decisions does not make them",
};
const topAndHand = {
  zh: "最高一级审批不得由经办或录入的角色承担",
  en: "the highest approval is not given by a role that proposes, imports or pays out by hand",
};

export const rightsApart: readonly Apart[] = [
  { one: "approval.first", other: "approval.second", why: tiers },
  { one: "approval.second", other: "case.decide", why: topAndHand },
  { one: "approval.second", other: "refund.approve", why: topAndHand },
  { one: "approval.second", other: "refund.recordManual", why: topAndHand },
  { one: "approval.second", other: "import.run", why: topAndHand },
  { one: "staff.manage", other: "case.decide", why: moneyAndRights },
  { one: "staff.manage", other: "refund.approve", why: moneyAndRights },
  { one: "staff.manage", other: "refund.recordManual", why: moneyAndRights },
  { one: "staff.manage", other: "approval.first", why: moneyAndRights },
  { one: "staff.manage", other: "approval.second", why: moneyAndRights },
  { one: "policy.publish", other: "refund.approve", why: rulesAndCases },
  { one: "policy.publish", other: "case.decide", why: rulesAndCases },
  { one: "audit.review", other: "case.decide", why: reviewAndWork },
  { one: "audit.review", other: "refund.approve", why: reviewAndWork },
];
