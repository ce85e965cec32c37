import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { type RoleBook, rightsIn, rolesWith } from "../domain/role-book.ts";
import {
  type Placement,
  reasonsAgainstMove,
  type StaffMoveKind,
  type StaffRefusal,
  type StaffState,
  staffLife,
} from "../domain/staff-life.ts";
import { findPerson } from "../queries/find-people.ts";
import { readRoleBook } from "../queries/find-role-book.ts";
import { lockManagers } from "../queries/lock-managers.ts";
import { withdrawInvitations, writeInvitation } from "./write-invitation.ts";
import { writeStaffEvent } from "./write-staff-event.ts";

export interface StaffMove {
  /** Null: an id that nobody could have. */
  readonly staffId: string | null;
  readonly expectedVersion: number;
  readonly kind: StaffMoveKind;
  readonly placement?: Placement;
  /** Who takes what they have open; null: it goes back to nobody. */
  readonly heirId?: string | null;
  readonly reason?: string | null;
}

export type StaffMoveFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly StaffRefusal[] };

/**
 * The one door to somebody's place at the desk: lock, compare the version, decide, and write the change, what follows from
 * it and its line of history together. Whoever manages people is locked with them and in order, so that two who change each
 * other wait.
 */
export function moveStaff(ctx: ActionContext, move: StaffMove): Promise<Result<string, StaffMoveFailure>> {
  return decideInTransaction<string, StaffMoveFailure>(ctx.db, async (trx) => {
    const locked = await lockManagers(trx, [move.staffId, move.heirId ?? null]);
    const person = move.staffId === null ? undefined : await findPerson(trx, move.staffId).executeTakeFirst();
    if (person === undefined) return refused({ kind: "NOT_FOUND" });
    if (person.version !== move.expectedVersion) return refused({ kind: "STALE" });
    const placement = move.placement ?? null;
    const book = await readRoleBook(trx);
    const reasons = reasonsAgainstMove({
      move: move.kind,
      actorId: ctx.actor.id ?? "",
      actorMayManage: await mayManage(trx, book, ctx.actor.id),
      person,
      placement,
      managersAtWork: locked.filter(({ role, active }) => active && rightsIn(book, role).has("staff.manage")).length,
      managingRoles: rolesWith(book, "staff.manage"),
      heir: await findHeir(trx, book, move.heirId ?? null),
    });
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    const movedCases = await handOver(ctx, trx, book, { ...move, staffId: person.id });
    if (movedCases === null) return refused({ kind: "REFUSED", reasons: [{ code: "WORK_CANNOT_MOVE" }] });
    await writeMove(ctx, trx, person, move);
    await writeStaffEvent(trx, {
      ...{ staffId: person.id, kind: move.kind, actorId: ctx.actor.id, role: placement?.role ?? person.role },
      ...{ reason: move.reason ?? null, movedCases, at: ctx.clock.now() },
    });
    return done(person.id);
  });
}

async function mayManage(db: Db, book: RoleBook, actorId: string | null): Promise<boolean> {
  if (actorId === null) return false;
  const self = await db.selectFrom("staff").select(["role", "active"]).where("id", "=", actorId).executeTakeFirst();
  return self?.active === true && rightsIn(book, self.role).has("staff.manage");
}

async function findHeir(db: Db, book: RoleBook, heirId: string | null) {
  if (heirId === null) return null;
  const heir = await findPerson(db, heirId).executeTakeFirst();
  if (heir === undefined) return { id: heirId, active: false, role: "CUSTOMER" as const, worksCases: false };
  return { ...heir, worksCases: rightsIn(book, heir.role).has("case.work") };
}

/** Whoever leaves, is suspended, or moves to duties without cases or outside the desk, keeps nothing of it. Zero where nothing had to move; null: it could not. */
async function handOver(
  ctx: ActionContext,
  db: Db,
  book: RoleBook,
  move: StaffMove & { readonly staffId: string },
): Promise<number | null> {
  const { staffId, kind, placement, expectedVersion } = move;
  const isGone = kind === "LEAVE" || kind === "SUSPEND";
  const rights = placement === undefined ? null : rightsIn(book, placement.role);
  const what = {
    cases: isGone || rights?.has("case.work") === false,
    findings: isGone || rights?.has("staff.read") === false,
  };
  if (!what.cases && !what.findings) return 0;
  const key = `${staffId} ${expectedVersion}`;
  return ctx.handOverWork(ctx, db, { staffId, heirId: move.heirId ?? null, key, what });
}

interface Person extends Placement {
  readonly id: string;
  readonly email: string;
  readonly locale: "zh-CN" | "en";
  readonly loginId: string | null;
}

async function writeMove(ctx: ActionContext, db: Db, person: Person, { kind, placement }: StaffMove): Promise<void> {
  const now = ctx.clock.now();
  const to = staffLife[kind].to;
  await db
    .updateTable("staff")
    .set((eb) => ({ version: eb("version", "+", 1), ...(to !== null && columnsOf(to, now)) }))
    .$if(placement !== undefined, (q) =>
      q.set({
        ...(placement !== undefined && { role: placement.role }),
        merchant_id: placement?.merchantId ?? null,
        institution_id: placement?.institutionId ?? null,
      }),
    )
    .where("id", "=", person.id)
    .execute();
  if (to === "INVITED") await writeInvitation(ctx, db, person);
  if (to === "LEFT") await withdrawInvitations(db, person.id, now);
  if (to === "SUSPENDED" || to === "LEFT") await shutOut(ctx, db, person, to);
}

/** Their sessions end with this transaction; the keys of machines that act for them go for good when they leave. */
async function shutOut(
  { actor, clock }: ActionContext,
  db: Db,
  { id, loginId }: Person,
  to: StaffState,
): Promise<void> {
  if (loginId !== null) await sql`delete from auth.session where "userId" = ${loginId}`.execute(db);
  if (to !== "LEFT") return;
  await db
    .updateTable("api_key")
    .set({ revoked_at: clock.now(), revoked_by_id: actor.id })
    .where("staff_id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
}

function columnsOf(state: StaffState, now: Date) {
  return {
    active: state === "ACTIVE",
    suspended_at: state === "SUSPENDED" ? now : null,
    invited_at: state === "INVITED" ? now : null,
  };
}
