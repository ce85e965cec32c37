import type { StaffState } from "./staff-roles.ts";

/** What an administrator can set out to do with somebody; whether it goes through is the server's word. */
export const staffMoves = [
  "changeStaffRole",
  "inviteStaffAgain",
  "suspendStaff",
  "reinstateStaff",
  "endStaff",
] as const;
export type StaffMove = (typeof staffMoves)[number];

export const movesFrom: Record<StaffState, readonly StaffMove[]> = {
  INVITED: ["inviteStaffAgain", "changeStaffRole", "endStaff"],
  ACTIVE: ["changeStaffRole", "suspendStaff", "endStaff"],
  SUSPENDED: ["reinstateStaff", "changeStaffRole", "endStaff"],
  LEFT: ["inviteStaffAgain"],
};
