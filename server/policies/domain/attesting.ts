import type { StaffRole } from "../../staff/domain/roles.ts";

/** Whose work a policy rules, and who therefore says that they have read it. */
export const attestingRoles = [
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "COMPLIANCE_OFFICER",
] as const satisfies readonly StaffRole[];
