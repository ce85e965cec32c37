/** The eight roles of the desk, and the desk itself when a clock, a policy or a provider acts. */
export const roles = [
  "CUSTOMER",
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "MERCHANT_VERIFIER",
  "BANK_OFFICER",
  "COMPLIANCE_OFFICER",
  "TRAINER",
  "ADMINISTRATOR",
  "SYSTEM",
] as const;
export type Role = (typeof roles)[number];

/** Roles that a member of staff can hold; the customer comes by private link, the system by nobody's hand. */
export const staffRoles = [
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "MERCHANT_VERIFIER",
  "BANK_OFFICER",
  "COMPLIANCE_OFFICER",
  "TRAINER",
  "ADMINISTRATOR",
] as const satisfies readonly Role[];
export type StaffRole = (typeof staffRoles)[number];
