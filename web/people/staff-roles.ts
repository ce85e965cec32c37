/** The roles that somebody on the staff can hold, as a list to choose from. */
export const staffRoles = [
  "SUPPORT_AGENT",
  "SUPERVISOR",
  "MERCHANT_VERIFIER",
  "BANK_OFFICER",
  "COMPLIANCE_OFFICER",
  "TRAINER",
  "ADMINISTRATOR",
] as const;
export type StaffRole = (typeof staffRoles)[number];

export function toStaffRole(word: string | null): StaffRole | null {
  return staffRoles.find((role) => role === word) ?? null;
}

export const staffStates = ["ACTIVE", "INVITED", "SUSPENDED", "LEFT"] as const;
export type StaffState = (typeof staffStates)[number];

export function toStaffState(word: string | null): StaffState | null {
  return staffStates.find((state) => state === word) ?? null;
}
