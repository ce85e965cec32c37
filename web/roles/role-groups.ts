import type { rolesZhCn } from "../i18n/zh-cn/roles.ts";

export type RightGroup = keyof (typeof rolesZhCn)["roles"]["group"];

/** The groups of the matrix from top to bottom, by the first word of their permissions. */
const groups: Readonly<Record<RightGroup, readonly string[]>> = {
  cases: ["CASE", "CHECK", "VIEW", "TEMPLATE", "CUSTOMER", "EVIDENCE"],
  money: ["REFUND", "TRANSACTION", "IMPORT"],
  approvals: ["APPROVAL", "DESK"],
  outside: ["BANK", "AGENCY"],
  rules: ["POLICY", "AUDIT", "INSIGHT"],
  people: ["STAFF", "ROLE", "TRAINING"],
  settings: [],
};
const order = Object.keys(groups) as readonly RightGroup[];

/** Rights by group, each in the order given; what belongs to no other group stands in the last. */
export function grouped<R extends { readonly right: string }>(
  rights: readonly R[],
): readonly { readonly group: RightGroup; readonly rights: readonly R[] }[] {
  const groupOf = ({ right }: R) =>
    order.find((group) => groups[group].includes(right.split("_")[0] ?? "")) ?? "settings";
  return order
    .map((group) => ({ group, rights: rights.filter((one) => groupOf(one) === group) }))
    .filter((one) => one.rights.length > 0);
}
