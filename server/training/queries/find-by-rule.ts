import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { TrainingRule } from "../domain/rules.ts";
import { isMissedOn } from "./missed.ts";

/** A rule as it assigns: of which course, and by which id its occasions are named. One that is only looked at has no id yet. */
export interface AskedRule extends TrainingRule {
  readonly id: string;
  readonly courseId: string;
}

/** Somebody whom a rule finds, and for what: the occasion is remembered, so that one occasion assigns once. */
export interface FoundByRule {
  readonly staffId: string;
  readonly occasion: string;
  readonly endsOn: Day | null;
}

/** The version of a policy for which a rule of policies finds somebody. */
export interface PolicyEdition {
  readonly id: string;
  /** When it came out, where that was before: of those who were there then, whoever has not learned it since. Null: now. */
  readonly publishedAt: Date | null;
}

/** Whom a rule finds on a day. */
export async function findByRule(
  db: Db,
  rule: AskedRule,
  today: Day,
  edition: PolicyEdition | null,
): Promise<readonly FoundByRule[]> {
  const { rows } = await finds[rule.kind](rule, today, edition).execute(db);
  return rows;
}

type Find = (rule: AskedRule, today: Day, edition: PolicyEdition | null) => RawBuilder<FoundByRule>;

const finds: Readonly<Record<TrainingRule["kind"], Find>> = { ROLE: joiners, EXPIRY: endingSoon, POLICY: everyone };

/** Whoever has the role and has neither the record nor the assignment; each is found once in the life of the rule. */
function joiners(rule: AskedRule, today: Day): RawBuilder<FoundByRule> {
  const occasion = sql`${`role:${rule.id}:`} || staff.id`;
  return sql<FoundByRule>`
    select staff.id as "staffId", ${occasion} as occasion, null::date as "endsOn" from staff
    where ${fits(rule)} and ${hasNoneOpen(rule, today)}
      and not exists (select from training_record held where held.staff_id = staff.id and held.course_id = ${rule.courseId}
        and held.state in ('PASSED', 'WAIVED') and (held.valid_until is null or held.valid_until >= ${today}))
      and not exists (select from training_record told where told.occasion = ${occasion})
    order by staff.name, staff.id`;
}

/** Whoever's last record ends within the days ahead; each record is followed once. */
function endingSoon(rule: AskedRule, today: Day): RawBuilder<FoundByRule> {
  return sql<FoundByRule>`
    select staff.id as "staffId", ${`expiry:${rule.id}:`} || held.id as occasion, held.valid_until as "endsOn"
    from staff cross join lateral (
      select id, valid_until from training_record record
      where record.staff_id = staff.id and record.course_id = ${rule.courseId} and record.state in ('PASSED', 'WAIVED')
      order by valid_until desc nulls first limit 1) held
    where ${fits(rule)} and ${hasNoneOpen(rule, today)}
      and held.valid_until between ${today}::date and ${today}::date + ${rule.daysAhead ?? 0}::int
      and not exists (select from training_record told where told.occasion = ${`expiry:${rule.id}:`} || held.id)
    order by staff.name, staff.id`;
}

/** Everybody whom the version concerns, also those whose record holds; each is found once for a version. */
function everyone(rule: AskedRule, today: Day, edition: PolicyEdition | null): RawBuilder<FoundByRule> {
  const occasion = sql`${`policy:${rule.id}:${edition?.id ?? ""}:`} || staff.id`;
  return sql<FoundByRule>`
    select staff.id as "staffId", ${occasion} as occasion, null::date as "endsOn"
    from staff where ${fits(rule)} and ${hasNoneOpen(rule, today)} and ${missedIt(rule, edition?.publishedAt ?? null)}
      and not exists (select from training_record told where told.occasion = ${occasion})
    order by staff.name, staff.id`;
}

/** Was there as it came out, and was given nothing since by which they learned it: suspended then, or at work on an earlier one. */
function missedIt({ courseId }: AskedRule, publishedAt: Date | null): RawBuilder<boolean> {
  if (publishedAt === null) return sql<boolean>`true`;
  return sql<boolean>`staff.created_at <= ${publishedAt} and not exists (select from training_record given
    where given.staff_id = staff.id and given.course_id = ${courseId} and given.assigned_at >= ${publishedAt}
      and given.state in ('PASSED', 'WAIVED'))`;
}

function fits({ role, merchantId, institutionId, joinedFrom }: AskedRule): RawBuilder<boolean> {
  return sql<boolean>`staff.active and (${role}::text is null or staff.role = ${role})
    and (${merchantId}::uuid is null or staff.merchant_id = ${merchantId})
    and (${institutionId}::uuid is null or staff.institution_id = ${institutionId})
    and (${joinedFrom}::date is null or (staff.created_at at time zone ${deskTimeZone()})::date >= ${joinedFrom})`;
}

function hasNoneOpen({ courseId }: AskedRule, today: Day): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from training_record assigned
    where assigned.staff_id = staff.id and assigned.course_id = ${courseId} and assigned.open and not ${isMissedOn(today, "assigned")})`;
}
