import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { rolesWith } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { rolesThatMay } from "../../staff/queries/find-staff.ts";
import { appendAuditEvent, lockSample } from "./append-audit-event.ts";
import { tellOwner } from "./tell-owner.ts";

/**
 * Gives the findings that somebody has still to put right to their heir, else to whoever raised them, else to a reviewer, in
 * the transaction in which they leave. Their row is held by then, so that nothing more becomes theirs.
 */
export async function handOverFindings(
  ctx: Pick<ActionContext, "actor" | "clock" | "jobs" | "writeNotice">,
  db: Db,
  { staffId, heirId }: { readonly staffId: string; readonly heirId: string | null },
): Promise<void> {
  const theirs = db
    .selectFrom("audit_finding")
    .where("owner_id", "=", staffId)
    .where("audit_finding.state", "in", ["OPEN", "IN_PROGRESS"]);
  const samples = await theirs.select("sample_id").distinct().orderBy("sample_id").execute();
  if (samples.length === 0) return;
  for (const { sample_id: sampleId } of samples) await lockSample(db, sampleId);
  const findings = await theirs
    .innerJoin("cases", "cases.id", "audit_finding.case_id")
    .selectAll("audit_finding")
    .select("cases.number as case_number")
    .orderBy("audit_finding.id")
    .execute();
  const ownerFor = await findTakers(db, staffId, heirId);
  const { actor, clock } = ctx;
  for (const { id, sample_id, item_id, raised_by_id, case_number: caseNumber, ...finding } of findings) {
    const ownerId = ownerFor(raised_by_id);
    const chain = await lockSample(db, sample_id);
    if (ownerId === null || chain === undefined || actor.id === null) continue;
    const version = finding.version + 1;
    const dueOn = finding.due_on as Day;
    await db
      .updateTable("audit_finding")
      .set({ version, owner_id: ownerId, told_due_on: null })
      .where("id", "=", id)
      .execute();
    await appendAuditEvent(db, chain, {
      ...{ kind: "CHANGE_FINDING", itemId: item_id, findingId: id, actorId: actor.id, at: clock.now() },
      data: { severity: finding.severity, ownerId, dueOn },
    });
    await tellOwner(db, ctx, { id, version, caseNumber, ownerId, dueOn });
  }
}

/** Who takes what somebody raised; null where nobody at work could. */
async function findTakers(
  db: Db,
  staffId: string,
  heirId: string | null,
): Promise<(raisedById: string) => string | null> {
  const book = await readRoleBook(db);
  const reviewing = new Set(rolesWith(book, "audit.review"));
  const people = await db
    .selectFrom("staff")
    .select(["id", "role"])
    .where("active", "=", true)
    .where("role", "in", rolesThatMay(db, ["staff.read"]))
    .where("id", "!=", staffId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const atWork = new Set(people.map(({ id }) => id));
  const reviewer = people.find(({ role }) => reviewing.has(role))?.id ?? null;
  return (raisedById) => [heirId, raisedById].find((id) => id !== null && atWork.has(id)) ?? reviewer;
}
