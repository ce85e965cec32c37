import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { canonicalJson } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { type RoleBook, rightsIn } from "../../staff/domain/role-book.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import type { Severity } from "../domain/finding-life.ts";
import { appendAuditEvent } from "./append-audit-event.ts";
import { holdPeople } from "./hold-people.ts";
import { lockItem } from "./review-item.ts";
import { tellOwner } from "./tell-owner.ts";

export interface FindingTerms {
  readonly severity: Severity;
  readonly ownerId: string | null;
  readonly dueOn: Day;
}

export interface FindingToRaise extends FindingTerms {
  readonly itemId: string;
  readonly what: string;
  readonly cause: string;
  readonly correction: string;
  readonly key: string;
}

/** Says what was found with a case of a sample, who puts it right and by when; the owner is told. The same key writes once. */
export function raiseFinding(
  ctx: ActionContext,
  { itemId, key, what, cause, correction, ...terms }: FindingToRaise,
): Promise<Result<string, readonly AuditProblem[]>> {
  return decideInTransaction<string, readonly AuditProblem[]>(ctx.db, async (trx) => {
    const { actor, clock } = ctx;
    await holdPeople(trx, [actor.id, terms.ownerId]);
    const found = await lockItem(trx, ctx, itemId);
    if (found === null || actor.id === null) return refused(["SAMPLE_NOT_FOUND"]);
    const { item, chain } = found;
    const id = derivedId("audit finding", actor.id, key);
    const { severity, ownerId, dueOn } = terms;
    const data = { caseId: item.case_id, severity, what, cause, correction, ownerId, dueOn };
    const known = await findRaised(trx, id);
    if (known !== undefined)
      return known.item_id === item.id && canonicalJson(known.data) === canonicalJson(data)
        ? done(id)
        : refused(["KEY_REUSED"]);
    const at = clock.now();
    const problems = await problemsOfTerms(trx, actor.roles, terms, at);
    if (item.own_work) problems.push("OWN_WORK");
    if (problems.length > 0 || ownerId === null) return refused(problems);
    await trx
      .insertInto("audit_finding")
      .values({
        id,
        sample_id: chain.id,
        item_id: item.id,
        case_id: item.case_id,
        severity,
        what,
        cause,
        correction,
        owner_id: ownerId,
        due_on: dueOn,
        state: "OPEN",
        raised_by_id: actor.id,
        raised_at: at,
      })
      .execute();
    await appendAuditEvent(trx, chain, {
      kind: "RAISE_FINDING",
      itemId: item.id,
      findingId: id,
      actorId: actor.id,
      at,
      data,
    });
    await tellOwner(trx, ctx, { id, version: 1, caseNumber: item.case_number, ownerId, dueOn });
    return done(id);
  });
}

/** As it was raised, whatever has become of it since. */
function findRaised(db: Db, findingId: string) {
  return db
    .selectFrom("audit_event")
    .select(["item_id", "data"])
    .where("finding_id", "=", findingId)
    .where("kind", "=", "RAISE_FINDING")
    .executeTakeFirst();
}

/** The owner must be a colleague of the desk who is at work, and have until today at least. */
export async function problemsOfTerms(
  trx: Db,
  roles: RoleBook,
  { ownerId, dueOn }: Pick<FindingTerms, "ownerId" | "dueOn">,
  at: Date,
): Promise<AuditProblem[]> {
  const problems: AuditProblem[] = [];
  if (ownerId === null || !(await isOwnerFit(trx, roles, ownerId))) problems.push("OWNER_UNFIT");
  if (dueOn < deskDay(at)) problems.push("DUE_IN_THE_PAST");
  return problems;
}

/** A colleague of the desk who is at work. */
export async function isOwnerFit(trx: Db, roles: RoleBook, ownerId: string): Promise<boolean> {
  const owner = await trx.selectFrom("staff").select(["role", "active"]).where("id", "=", ownerId).executeTakeFirst();
  return owner?.active === true && rightsIn(roles, owner.role).has("staff.read");
}
