/** Roles that a member of staff can hold: everybody who can be taught. */
export const learnerRoles = [
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "COMPLIANCE_OFFICER",
  "TRAINER",
  "ADMINISTRATOR",
  "MERCHANT_VERIFIER",
  "BANK_OFFICER",
] as const;
