import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { ApprovalFacts, Asking, Barred } from "../domain/may-decide.ts";
import type { SubjectRules } from "../subject-rules.ts";
import { barredNow } from "./barred-now.ts";
import { approvalsInSight } from "./in-sight.ts";
import { notNow } from "./not-now.ts";

/**
 * A request with everybody who has agreed to it, or in whose place somebody has; and where the rules of its kind are handed
 * in, with whoever they bar as things stand now, besides those of the day on which it was proposed, and whether it waits.
 */
export function selectRequests(db: Db, rules: SubjectRules | null = null) {
  return db
    .selectFrom("approval_request")
    .selectAll("approval_request")
    .select((rules === null ? sql<boolean>`false` : notNow(rules)).as("not_now"))
    .select((rules === null ? sql.ref<readonly Barred[]>("approval_request.barred") : barredNow(rules)).as("barred"))
    .select(
      sql<readonly string[]>`(
        select coalesce(array_agg(distinct person), '{}') from approval_decision d, unnest(array[d.staff_id, d.for_id]) person
        where d.request_id = approval_request.id and person is not null)`.as("agreed_ids"),
    );
}

export type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>["execute"]>>[number];

/** Who reads, and by what rules. */
export interface RequestReader {
  readonly db: Db;
  readonly actor: Actor;
  readonly approvalSubjects: SubjectRules;
}

/** One request that the actor may see; undefined where there is none, or it is not theirs to see. */
export function findRequest(
  { db, actor, approvalSubjects }: RequestReader,
  id: string,
): Promise<RequestRow | undefined> {
  return selectRequests(db, approvalSubjects)
    .where("approval_request.id", "=", id)
    .where((eb) => approvalsInSight(eb, actor))
    .executeTakeFirst();
}

/** Several of them, in no order. */
export function findRequests(
  { db, actor, approvalSubjects }: RequestReader,
  ids: readonly string[],
): Promise<RequestRow[]> {
  return selectRequests(db, approvalSubjects)
    .where("approval_request.id", "=", sql<string>`any(${ids}::uuid[])`)
    .where((eb) => approvalsInSight(eb, actor))
    .execute();
}

/** What the rules look at. */
export function toFacts(row: RequestRow): ApprovalFacts {
  return {
    state: row.state,
    proposerId: row.proposer_id,
    barred: row.barred,
    agreedIds: row.agreed_ids,
    missing: row.missing,
    expiresAt: row.expires_at,
  };
}

/** What its kind asks of whoever agrees to it now. */
export function askingOf(row: Pick<RequestRow, "subject_kind" | "not_now">, rules: SubjectRules): Asking {
  const { training, notNow: rule } = rules[row.subject_kind];
  return { training, notNow: row.not_now && rule !== undefined ? rule.text : null };
}
