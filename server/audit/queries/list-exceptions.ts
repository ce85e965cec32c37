import { type RawBuilder, sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { Disposition, ExceptionKind, ExceptionStanding } from "../domain/exceptions.ts";
import { workedOn } from "./worked-on.ts";

export interface ExceptionRow {
  readonly id: string;
  readonly case_id: string;
  readonly at: Date;
  readonly actor_id: string | null;
  /** The event at which it was done and accounted for: of an offer that was taken, its making. */
  readonly done_id: string;
  readonly kinds: readonly ExceptionKind[];
  readonly notes: number;
  readonly disposition: Disposition | null;
  readonly note: string | null;
  readonly noted_by: string | null;
  readonly noted_at: Date | null;
  /** What was paid past the provider; null for every other kind. */
  readonly paid: { readonly minor: string; readonly currency: string } | null;
  /** The reader had a hand in the case. */
  readonly own_work: boolean;
}

export interface ExceptionFilter {
  readonly kind?: ExceptionKind;
  readonly standing?: ExceptionStanding;
  readonly actorId?: string;
  readonly from: Date;
  readonly until: Date;
}

/**
 * Every step of people that went beside policy, checks or provider, and every ruling by which money went twice, read off what is stored: there is no second list that
 * could differ. The verdict is the one that the case had then; the version is measured against the case's first decision.
 * An offer counts once it is taken, as the doing of whoever made it, by the verdict under which they did.
 */
export const exceptions = (db: Db, actor: Actor) => sql`
  select e.id, e.case_id, e.at, done.actor_id, done.id as done_id, found.kinds, coalesce(last.number, 0) as notes,
    last.disposition, last.note, last.by_id as noted_by, last.at as noted_at,
    (select jsonb_build_object('minor', r.amount_minor::text, 'currency', r.currency) from refund r
      where 'MANUAL_MONEY' = any(found.kinds) and r.id = (e.data ->> 'refundId')::uuid) as paid,
    ${workedOn(actor, "e.case_id")} as own_work
  from case_event e
  join lateral (
    select o.id, o.actor_id, o.at from case_event o
    where o.case_id = e.case_id and case when e.kind = 'ACCEPT_OFFER' then o.kind = 'MAKE_OFFER' and o.sequence < e.sequence
      else o.id = e.id end
    order by o.sequence desc limit 1) done on true
  left join lateral (
    select d.outcome, d.policy_version_id from decision d
    where d.case_id = e.case_id and d.at <= done.at order by d.at desc, d.id desc limit 1) verdict on true
  left join lateral (
    select d.policy_version_id from decision d
    where d.case_id = e.case_id order by d.at, d.id limit 1) first on true
  cross join lateral (select array_remove(array[
    case when e.kind in ('APPROVE_REFUND', 'ACCEPT_OFFER') and verdict.outcome <> 'APPROVE'
      or e.kind = 'DECLINE_REQUEST' and verdict.outcome = 'APPROVE' then 'OVERRIDE' end,
    case when e.kind = 'RECORD_CHECK' and e.data ->> 'outcome' in ('WAIVED', 'NOT_NEEDED') then 'CHECK_WAIVED' end,
    case when e.kind = 'SETTLE_REFUND' and e.actor_id is not null then 'MANUAL_MONEY' end,
    case when e.kind in ('APPROVE_REFUND', 'DECLINE_REQUEST', 'ACCEPT_OFFER')
      and verdict.policy_version_id <> first.policy_version_id then 'OTHER_VERSION' end,
    case when e.kind = 'RECORD_BANK_RULING' and e.data ? 'paidTwice' then 'PAID_TWICE' end], null) as kinds) found
  left join lateral (
    select n.number, n.disposition, n.note, n.by_id, n.at from exception_note n
    where n.event_id = e.id order by n.number desc limit 1) last on true
  where e.kind in
      ('RECORD_CHECK', 'SETTLE_REFUND', 'APPROVE_REFUND', 'DECLINE_REQUEST', 'ACCEPT_OFFER', 'RECORD_BANK_RULING')
    and cardinality(found.kinds) > 0 and e.case_id in (${casesInSight(db, actor).select("cases.id")})`;

/** A page of the register within two days, the latest first; one statement. */
export async function listExceptions(
  db: Db,
  actor: Actor,
  { kind, standing, actorId, from, until }: ExceptionFilter,
  page: PageRequest,
): Promise<readonly ExceptionRow[]> {
  const [at, id] = page.after ?? [];
  const wanted: RawBuilder<unknown>[] = [sql`e.at between ${from} and ${until}`];
  if (kind !== undefined) wanted.push(sql`${kind} = any(found.kinds)`);
  if (standing !== undefined) wanted.push(sql`coalesce(last.disposition, 'OPEN') = ${standing}`);
  if (actorId !== undefined) wanted.push(sql`done.actor_id = ${actorId}`);
  if (at !== undefined) wanted.push(sql`(e.at, e.id) < (${instantInCursor(at)}, ${idInCursor(id)})`);
  const { rows } = await sql<ExceptionRow>`${exceptions(db, actor)} and ${sql.join(wanted, sql` and `)}
    order by e.at desc, e.id desc limit ${sql.lit(page.first + 1)}`.execute(db);
  return rows;
}

/** One of them, by the event that it is; null where that is no exception, or not in sight. */
export async function findException(db: Db, actor: Actor, eventId: string): Promise<ExceptionRow | null> {
  const { rows } = await sql<ExceptionRow>`${exceptions(db, actor)} and e.id = ${eventId}`.execute(db);
  return rows.at(0) ?? null;
}
