import type { Permission } from "../../staff/domain/permissions.ts";

/** What touches no money by itself is agreed to by one other person. */
export const oneOther: readonly Permission[] = ["approval.first"];

/** What always needs somebody else's word, even for an amount that a policy leaves to one alone. */
export function atLeastOneOther(needs: readonly Permission[]): readonly Permission[] {
  return needs.length === 0 ? oneOther : needs;
}
