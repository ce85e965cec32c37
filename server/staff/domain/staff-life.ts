import type { Role, StaffRole } from "./roles.ts";

/** How somebody stands with the desk. Only who is ACTIVE can sign in, be given work, or read a notice. */
export const staffStates = ["INVITED", "ACTIVE", "SUSPENDED", "LEFT"] as const;
export type StaffState = (typeof staffStates)[number];

/** What an administrator does to somebody's place at the desk. */
export const staffMoves = ["INVITE_AGAIN", "CHANGE_ROLE", "SUSPEND", "REINSTATE", "LEAVE"] as const;
export type StaffMoveKind = (typeof staffMoves)[number];

/** What is kept of it; INVITED and JOINED begin a life. */
export const staffEventKinds = ["INVITED", "JOINED", ...staffMoves] as const;
export type StaffEventKind = (typeof staffEventKinds)[number];

/** Where a move begins and where it leads; null leaves the state as it is. */
// biome-ignore format: a table is read by its columns
export const staffLife: Readonly<Record<StaffMoveKind, { readonly from: readonly StaffState[]; readonly to: StaffState | null; readonly onOneself: boolean }>> = {
  INVITE_AGAIN: { from: ["INVITED", "LEFT"],                to: "INVITED",   onOneself: true },
  CHANGE_ROLE:  { from: ["INVITED", "ACTIVE", "SUSPENDED"], to: null,        onOneself: false },
  SUSPEND:      { from: ["ACTIVE"],                         to: "SUSPENDED", onOneself: false },
  REINSTATE:    { from: ["SUSPENDED"],                      to: "ACTIVE",    onOneself: false },
  LEAVE:        { from: ["INVITED", "ACTIVE", "SUSPENDED"], to: "LEFT",      onOneself: false },
};

/** Days for which an invitation can be taken up. */
export const invitationDays = 7;

export type StaffRefusal =
  | { readonly code: "NOT_ALLOWED_ANY_MORE" }
  | { readonly code: "YOURSELF" }
  | { readonly code: "LAST_ADMINISTRATOR" }
  | { readonly code: "WRONG_STANDING"; readonly state: StaffState }
  | { readonly code: "NOTHING_CHANGES" }
  | { readonly code: "MERCHANT_NEEDED" }
  | { readonly code: "BANK_NEEDED" }
  | { readonly code: "SCOPE_NOT_WANTED" }
  | { readonly code: "ADDRESS_TAKEN" }
  | { readonly code: "ADDRESS_UNUSABLE" }
  | { readonly code: "HEIR_CANNOT_WORK" }
  | { readonly code: "WORK_CANNOT_MOVE" };

/** A role, and whose matters it is narrowed to. */
export interface Placement {
  readonly role: StaffRole;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
}

/** Whether mail can go there at all. */
export function isUsableAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 200;
}

/** A verifier answers for one merchant, a bank officer for one bank, and everybody else for no single one. */
export function reasonsAgainstPlacement({ role, merchantId, institutionId }: Placement): readonly StaffRefusal[] {
  const reasons: StaffRefusal[] = [];
  if (role === "MERCHANT_VERIFIER" && merchantId === null) reasons.push({ code: "MERCHANT_NEEDED" });
  if (role === "BANK_OFFICER" && institutionId === null) reasons.push({ code: "BANK_NEEDED" });
  const isUnwanted =
    (merchantId !== null && role !== "MERCHANT_VERIFIER") || (institutionId !== null && role !== "BANK_OFFICER");
  return isUnwanted ? [...reasons, { code: "SCOPE_NOT_WANTED" }] : reasons;
}

export interface StaffMoveFacts {
  readonly move: StaffMoveKind;
  readonly actorId: string;
  /** Read behind the lock: two administrators may be changing each other. */
  readonly actorMayManage: boolean;
  readonly person: Placement & { readonly id: string; readonly state: StaffState };
  /** What they become; null where the move does not ask. */
  readonly placement: Placement | null;
  /** How many can sign in now who may manage people, this person included. */
  readonly managersAtWork: number;
  /** The roles that may, as the desk has settled them. */
  readonly managingRoles: readonly StaffRole[];
  /** Who takes the open work; null: it goes back to nobody. */
  readonly heir: {
    readonly id: string;
    readonly active: boolean;
    readonly role: Role;
    readonly worksCases: boolean;
  } | null;
}

/** Every reason against a move. */
export function reasonsAgainstMove(facts: StaffMoveFacts): readonly StaffRefusal[] {
  const { move, person, placement, heir } = facts;
  const { from, onOneself } = staffLife[move];
  const reasons: StaffRefusal[] = [];
  if (!facts.actorMayManage) reasons.push({ code: "NOT_ALLOWED_ANY_MORE" });
  if (person.id === facts.actorId && !onOneself) reasons.push({ code: "YOURSELF" });
  if (!from.includes(person.state)) reasons.push({ code: "WRONG_STANDING", state: person.state });
  if (losesManager(facts) && facts.managersAtWork <= 1) reasons.push({ code: "LAST_ADMINISTRATOR" });
  if (placement !== null) {
    reasons.push(...reasonsAgainstPlacement(placement));
    if (isSame(placement, person)) reasons.push({ code: "NOTHING_CHANGES" });
  }
  if (heir !== null && (!heir.active || !heir.worksCases || heir.id === person.id))
    reasons.push({ code: "HEIR_CANNOT_WORK" });
  return reasons;
}

function losesManager({ move, person, placement, managingRoles }: StaffMoveFacts): boolean {
  if (!managingRoles.includes(person.role) || person.state !== "ACTIVE") return false;
  return move === "SUSPEND" || move === "LEAVE" || (placement !== null && !managingRoles.includes(placement.role));
}

function isSame(one: Placement, other: Placement): boolean {
  return one.role === other.role && one.merchantId === other.merchantId && one.institutionId === other.institutionId;
}
