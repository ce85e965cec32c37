import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskDay, deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { dueOf } from "../domain/rules.ts";
import { listRules, type RuleRow } from "../queries/list-rules.ts";
import { findPublishedVersion } from "../queries/published-version.ts";
import { insertRecords } from "./insert-records.ts";

/** Somebody whom a rule finds, and for what: the occasion is remembered, so that one occasion assigns once. */
interface Found {
  readonly staff_id: string;
  readonly occasion: string;
  readonly ends_on: Day | null;
}

type Context = Pick<ActionContext, "clock">;

/** What each rule finds today. Any number of workers may do it at once: an occasion that is known assigns nothing. */
export async function applyRules(db: Db, ctx: Context): Promise<number> {
  let assigned = 0;
  for (const rule of await listRules(db)) {
    if (rule.kind === "ROLE") assigned += await assignBy(db, ctx, rule, joiners(rule, deskDay(ctx.clock.now())));
    if (rule.kind === "EXPIRY") assigned += await assignBy(db, ctx, rule, endingSoon(rule, deskDay(ctx.clock.now())));
  }
  return assigned;
}

/**
 * Assigns what a new major version of the policy asks everybody to learn anew, also to those whose record holds. To be
 * called in the transaction that publishes the version.
 */
export async function assignForPolicyVersion(db: Db, ctx: Context, policyVersionId: string): Promise<number> {
  let assigned = 0;
  for (const rule of await listRules(db)) {
    if (rule.kind !== "POLICY") continue;
    const everyone = sql<Found>`
      select staff.id as staff_id, ${`policy:${rule.id}:${policyVersionId}:`} || staff.id as occasion, null::date as ends_on
      from staff where ${fits(rule)} and ${hasNoneOpen(rule)}`;
    assigned += await assignBy(db, ctx, rule, everyone);
  }
  return assigned;
}

async function assignBy(db: Db, { clock }: Context, rule: RuleRow, found: RawBuilder<Found>): Promise<number> {
  const { rows } = await found.execute(db);
  if (rows.length === 0) return 0;
  const version = await findPublishedVersion(db, rule.courseId);
  if (version === null) return 0;
  const at = clock.now();
  const people = rows.map(({ staff_id, occasion, ends_on }) => ({
    staffId: staff_id,
    occasion,
    dueOn: dueOf(rule, deskDay(at), ends_on),
  }));
  return insertRecords(db, people, { version, cause: rule.kind, byId: null, opensOn: null, closesOn: null, at });
}

/** Whoever has the role and has neither the record nor the assignment; each is found once in the life of the rule. */
function joiners(rule: RuleRow, today: Day): RawBuilder<Found> {
  const occasion = sql`${`role:${rule.id}:`} || staff.id`;
  return sql<Found>`
    select staff.id as staff_id, ${occasion} as occasion, null::date as ends_on from staff
    where ${fits(rule)} and ${hasNoneOpen(rule)}
      and not exists (select from training_record held where held.staff_id = staff.id and held.course_id = ${rule.courseId}
        and held.state in ('PASSED', 'WAIVED') and (held.valid_until is null or held.valid_until >= ${today}))
      and not exists (select from training_record told where told.occasion = ${occasion})`;
}

/** Whoever's last record ends within the days ahead; each record is followed once. */
function endingSoon(rule: RuleRow, today: Day): RawBuilder<Found> {
  return sql<Found>`
    select staff.id as staff_id, ${`expiry:${rule.id}:`} || held.id as occasion, held.valid_until as ends_on
    from staff cross join lateral (
      select id, valid_until from training_record record
      where record.staff_id = staff.id and record.course_id = ${rule.courseId} and record.state in ('PASSED', 'WAIVED')
      order by valid_until desc nulls first limit 1) held
    where ${fits(rule)} and ${hasNoneOpen(rule)}
      and held.valid_until between ${today}::date and ${today}::date + ${rule.daysAhead ?? 0}::int
      and not exists (select from training_record told where told.occasion = ${`expiry:${rule.id}:`} || held.id)`;
}

function fits({ role, merchantId, institutionId, joinedFrom }: RuleRow): RawBuilder<boolean> {
  return sql<boolean>`staff.active and (${role}::text is null or staff.role = ${role})
    and (${merchantId}::uuid is null or staff.merchant_id = ${merchantId})
    and (${institutionId}::uuid is null or staff.institution_id = ${institutionId})
    and (${joinedFrom}::date is null or (staff.created_at at time zone ${deskTimeZone})::date >= ${joinedFrom})`;
}

function hasNoneOpen({ courseId }: RuleRow): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from training_record assigned
    where assigned.staff_id = staff.id and assigned.course_id = ${courseId} and assigned.open)`;
}
