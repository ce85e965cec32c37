import { requestApproval } from "../../approvals/actions/request-approval.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { type Permission, permissions } from "../../staff/domain/permissions.ts";
import { rightsIn } from "../../staff/domain/role-book.ts";
import type { Role, StaffRole } from "../../staff/domain/roles.ts";
import { differenceOf, type RoleRefusal, reasonsAgainstChange, toEditableRole } from "../domain/role-change.ts";
import { findRoleDeciders } from "../queries/find-role-deciders.ts";
import { gatherRoleFacts } from "../queries/gather-role-facts.ts";

export interface RoleProposal {
  readonly role: Role;
  /** All that the role may do from then on, not what is added. */
  readonly permissions: readonly Permission[];
  readonly expectedVersion: number;
  readonly key: string;
  readonly reason: string | null;
}

export type RoleChangeFailure =
  | { readonly kind: "REFUSED"; readonly reasons: readonly RoleRefusal[] }
  | { readonly kind: "STALE" }
  | { readonly kind: "KEY_REUSED" };

type Answer = Result<string, RoleChangeFailure>;

/** Asks somebody else to agree to a change of a role: nothing changes until they have. */
export function proposeRoleChange(ctx: ActionContext, asked: RoleProposal): Promise<Answer> {
  const role = toEditableRole(asked.role);
  if (role === null) return Promise.resolve(refused({ kind: "REFUSED", reasons: [{ code: "NOT_EDITABLE" }] }));
  return decideInTransaction<string, RoleChangeFailure>(ctx.db, (trx) => propose(ctx, trx, { ...asked, role }));
}

async function propose(
  ctx: ActionContext,
  db: Db,
  asked: RoleProposal & { readonly role: StaffRole },
): Promise<Answer> {
  const { role, key, reason } = asked;
  const { id: proposerId } = ctx.actor;
  const after = new Set(asked.permissions);
  // Their own row first, as wherever people and roles are locked together: one person's keys are then told apart in turn.
  const self = await db
    .selectFrom("staff")
    .select(["role", "active"])
    .where("id", "=", proposerId)
    .forUpdate()
    .executeTakeFirst();
  const row = await db.selectFrom("role").select("version").where("name", "=", role).forUpdate().executeTakeFirst();
  if (proposerId === null || self === undefined || row === undefined) throw new Error(`Nobody can propose ${role}`);
  const used = await db
    .selectFrom("role_change")
    .select(["id", "role", "after"])
    .where("proposer_id", "=", proposerId)
    .where("key", "=", key)
    .executeTakeFirst();
  if (used !== undefined) {
    const isSame = used.role === role && used.after.length === after.size && used.after.every((one) => after.has(one));
    return isSame ? done(used.id) : refused({ kind: "KEY_REUSED" });
  }
  if (row.version !== asked.expectedVersion) return refused({ kind: "STALE" });
  const facts = await gatherRoleFacts(db, role, after);
  const deciders = await findRoleDeciders(db, facts);
  const reasons: RoleRefusal[] = [...reasonsAgainstChange(facts)];
  if (!self.active || !rightsIn(facts.book, self.role).has("staff.manage"))
    reasons.push({ code: "NOT_ALLOWED_ANY_MORE" });
  if (await isOpen(db, role)) reasons.push({ code: "ALREADY_PROPOSED" });
  if (!deciders.some(({ id, wouldGain }) => id !== proposerId && !wouldGain))
    reasons.push({ code: "NOBODY_CAN_AGREE" });
  if (reason === null) reasons.push({ code: "REASON_MISSING" });
  if (reasons.length > 0 || reason === null) return refused({ kind: "REFUSED", reasons });

  const before = rightsIn(facts.book, role);
  const { gains, losses } = differenceOf(before, after);
  const id = newId();
  const at = ctx.clock.now();
  await db
    .insertInto("role_change")
    .values({
      ...{ id, role, role_version: row.version, proposer_id: proposerId, key, reason, state: "PROPOSED" },
      ...{ before: inOrder(before), after: inOrder(after), proposed_at: at, settled_at: null },
    })
    .execute();
  await requestApproval(
    db,
    ctx,
    {
      subject: { kind: "ROLE", id },
      ...{ caseId: null, proposerId, needs: ["role.approve"], amount: null, reason },
      barred: deciders.flatMap((one) => (one.wouldGain ? [{ staffId: one.id, because: "WOULD_GAIN" as const }] : [])),
      detail: { role, gains: gains.join(" "), losses: losses.join(" ") },
    },
    at,
  );
  return done(id);
}

async function isOpen(db: Db, role: StaffRole): Promise<boolean> {
  const open = await db
    .selectFrom("role_change")
    .select("id")
    .where("role", "=", role)
    .where("state", "=", "PROPOSED")
    .executeTakeFirst();
  return open !== undefined;
}

function inOrder(rights: ReadonlySet<Permission>): Permission[] {
  return permissions.filter((right) => rights.has(right));
}
