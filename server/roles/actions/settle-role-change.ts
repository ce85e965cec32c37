import { closeRequest } from "../../approvals/actions/close-request.ts";
import { approvalRefusalWords } from "../../approvals/domain/approval-refusal-text.ts";
import type { RequestRow } from "../../approvals/queries/find-request.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { lockManagers } from "../../staff/queries/lock-managers.ts";
import { type RoleChangeFacts, type RoleChangeState, reasonsAgainstChange } from "../domain/role-change.ts";
import { roleRefusalWords } from "../domain/role-refusal-text.ts";
import { findRoleDeciders } from "../queries/find-role-deciders.ts";
import { gatherRoleFacts } from "../queries/gather-role-facts.ts";

const moved: Bilingual = {
  zh: "该角色在提出之后已有变化，不能照此更改。请退回，由提出人按最新情况重新提出。",
  en: "The role has changed since this was proposed, so it cannot be applied. Send it back, and have it proposed on the role as it is.",
};

/**
 * Everybody has agreed: the role is what was proposed, from the next request on. The rules are asked again behind the locks,
 * since people come and go between proposal and agreement; what refuses leaves the agreement unwritten too.
 */
export async function applyRoleChange(
  db: Db,
  { id: requestId, subject_id: id }: Pick<RequestRow, "id" | "subject_id">,
  at: Date,
): Promise<readonly Bilingual[]> {
  const change = await db.selectFrom("role_change").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  await lockManagers(db);
  const { version } = await db
    .selectFrom("role")
    .select("version")
    .where("name", "=", change.role)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (version !== change.role_version) return [moved];
  const facts = await gatherRoleFacts(db, change.role, new Set(change.after));
  const reasons = reasonsAgainstChange(facts);
  if (reasons.length > 0) return reasons.map(roleRefusalWords);
  if (await gainsByIt(db, requestId, facts)) return [approvalRefusalWords({ code: "WOULD_GAIN" })];
  await db
    .updateTable("role")
    .set((eb) => ({ permissions: change.after, version: eb("version", "+", 1), changed_at: at }))
    .where("name", "=", change.role)
    .execute();
  await settleRoleChange(db, id, "APPLIED", at);
  return [];
}

/** Whether somebody who agreed, or in whose place somebody did, has come into the role since it was proposed. */
async function gainsByIt(db: Db, requestId: string, facts: RoleChangeFacts): Promise<boolean> {
  const agreed = await db
    .selectFrom("approval_decision")
    .select(["staff_id", "for_id"])
    .where("request_id", "=", requestId)
    .execute();
  const gaining = (await findRoleDeciders(db, facts)).filter(({ wouldGain }) => wouldGain);
  return gaining.some(({ id }) => agreed.some(({ staff_id, for_id }) => staff_id === id || for_id === id));
}

/** It rests, one way or the other. Says whether it was still open. */
export async function settleRoleChange(
  db: Db,
  id: string,
  state: Exclude<RoleChangeState, "PROPOSED">,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("role_change")
    .set({ state, settled_at: at })
    .where("id", "=", id)
    .where("state", "=", "PROPOSED")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whoever proposed it has thought better of it. Says whether there was anything of theirs to withdraw. */
export function withdrawRoleChange({ db, actor, clock }: ActionContext, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const at = clock.now();
    const own = await trx
      .selectFrom("role_change")
      .select("id")
      .where("id", "=", id)
      .where("proposer_id", "=", actor.id)
      .executeTakeFirst();
    if (own === undefined) return false;
    const closed = await closeRequest(trx, { kind: "ROLE", id }, "CALLED_OFF", at);
    return closed && (await settleRoleChange(trx, id, "WITHDRAWN", at));
  });
}
