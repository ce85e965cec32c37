import { type ExpressionBuilder, sql } from "kysely";
import { badInput, idInCursor, type PageRequest } from "../../graphql/cursor.ts";
import { type Day, isDay } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { Tables } from "../../tables.ts";
import type { FindingState, Severity } from "../domain/finding-life.ts";

/** Everything left out is not asked. */
export interface FindingFilter {
  readonly states?: readonly FindingState[];
  readonly severities?: readonly Severity[];
  readonly ownerId?: string;
  readonly sampleId?: string;
  /** Only what was due before this day and is not done. */
  readonly overdueOn?: Day;
}

export type FindingRow = Awaited<ReturnType<ReturnType<typeof findingsInSight>["execute"]>>[number];

/** Findings that somebody sees: auditors all of them, everybody else their own. */
export function findingsInSight(db: Db, actor: Actor) {
  return db
    .selectFrom("audit_finding")
    .innerJoin("cases", "cases.id", "audit_finding.case_id")
    .selectAll("audit_finding")
    .select([
      "cases.number as case_number",
      sql<string | null>`(select done.actor_id from audit_event done where done.finding_id = audit_finding.id
        and done.kind = 'MOVE_FINDING' and done.data ->> 'step' = 'COMPLETE' order by done.sequence desc limit 1)`.as(
        "completed_by_id",
      ),
    ])
    .where((eb) => findingInSight(eb, actor));
}

function findingInSight(eb: ExpressionBuilder<Tables, "audit_finding">, actor: Actor) {
  if (actor.permissions.has("audit.read")) return eb.lit(true);
  return actor.id === null ? eb.lit(false) : eb("owner_id", "=", actor.id);
}

/** A page of them, the soonest due first. */
export function listFindings(db: Db, actor: Actor, filter: FindingFilter, page: PageRequest) {
  const [due, id] = page.after ?? [];
  const { states, severities, ownerId, sampleId, overdueOn } = filter;
  return findingsInSight(db, actor)
    .$if(states !== undefined, (q) => q.where("audit_finding.state", "=", sql<FindingState>`any(${states})`))
    .$if(severities !== undefined, (q) => q.where("audit_finding.severity", "=", sql<Severity>`any(${severities})`))
    .$if(ownerId !== undefined, (q) => q.where("owner_id", "=", ownerId ?? ""))
    .$if(sampleId !== undefined, (q) => q.where("sample_id", "=", sampleId ?? ""))
    .$if(overdueOn !== undefined, (q) =>
      q.where(
        sql<boolean>`audit_finding.state in ('OPEN', 'IN_PROGRESS') and audit_finding.due_on < ${overdueOn}::date`,
      ),
    )
    .$if(due !== undefined, (q) =>
      q.where(
        sql<boolean>`(audit_finding.due_on, audit_finding.id) > (${dayInCursor(due ?? "")}::date, ${idInCursor(id)})`,
      ),
    )
    .orderBy("audit_finding.due_on")
    .orderBy("audit_finding.id")
    .limit(sql.lit(page.first + 1))
    .execute();
}

function dayInCursor(text: string): Day {
  if (!isDay(text)) throw badInput("`after` is not a cursor of this list.");
  return text;
}

export function findFinding(db: Db, actor: Actor, id: string): Promise<FindingRow | undefined> {
  return findingsInSight(db, actor).where("audit_finding.id", "=", id).executeTakeFirst();
}

export const findingsOfItem: LoaderOf<RequestContext, string, readonly FindingRow[]> = {
  batch: async ({ db, actor }, itemIds) =>
    grouped(
      itemIds,
      await findingsInSight(db, actor)
        .where("item_id", "=", sql<string>`any(${itemIds}::uuid[])`)
        .orderBy("audit_finding.raised_at")
        .orderBy("audit_finding.id")
        .execute(),
      (row) => row.item_id,
    ),
};

/** What was done with a finding, oldest first. */
export const eventsOfFinding: LoaderOf<{ readonly db: Db }, string, readonly FindingEventRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await listFindingEvents(db, ids), (row) => row.finding_id ?? ""),
};

export type FindingEventRow = Awaited<ReturnType<typeof listFindingEvents>>[number];

function listFindingEvents(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("audit_event")
    .selectAll()
    .where("finding_id", "=", sql<string>`any(${ids}::uuid[])`)
    .orderBy("sequence")
    .execute();
}
