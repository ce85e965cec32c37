import { type RawBuilder, sql } from "kysely";
import { addDays, type Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import type { Audience } from "../domain/rules.ts";
import { lapsingDays } from "../domain/validity.ts";
import type { Standing } from "../domain/words.ts";
import { isMissedOn } from "./missed.ts";

/** The people that somebody picked by name, or that a filter finds. */
export interface ChosenAudience extends Audience {
  readonly staffIds: readonly string[] | null;
}

/** How somebody's record may stand, to be asked for: lapsed, about to lapse, or none at all so far. */
export const recordGaps = ["LAPSED", "LAPSING", "MISSING"] as const satisfies readonly Standing[];
export type RecordGap = (typeof recordGaps)[number];

export interface AudienceMember {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly email: string;
  readonly active: boolean;
  /** They hold it already: until when, which may be for good. */
  readonly holds: boolean;
  readonly validUntil: Day | null;
  readonly isAssigned: boolean;
}

/**
 * Who a course would go to, by name, and how each stands with it; of some gaps only those whose record stands so. Whoever has
 * left is not among them.
 */
export async function listAudience(
  db: Db,
  courseId: string,
  audience: ChosenAudience,
  gaps: readonly RecordGap[] | null,
  today: Day,
): Promise<readonly AudienceMember[]> {
  const { staffIds, role, merchantId, institutionId, joinedFrom } = audience;
  const rows = await db
    .selectFrom("staff")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("training_record as record")
          .select(["record.valid_until", "record.id"])
          .whereRef("record.staff_id", "=", "staff.id")
          .where("record.course_id", "=", courseId)
          .where("record.state", "in", ["PASSED", "WAIVED"])
          .where("record.valid_from", "<=", today)
          .where(sql<boolean>`(record.valid_until is null or record.valid_until >= ${today})`)
          .orderBy(sql`record.valid_until desc nulls first`)
          .limit(sql.lit(1))
          .as("held"),
      (join) => join.onTrue(),
    )
    .leftJoin("training_record as assigned", (join) =>
      join
        .onRef("assigned.staff_id", "=", "staff.id")
        .on("assigned.course_id", "=", courseId)
        .on("assigned.open", "=", true)
        .on((eb) => eb.not(isMissedOn(today, "assigned"))),
    )
    .select(["staff.id", "staff.name", "staff.role", "staff.email", "staff.active"])
    .select(["held.id as held_id", "held.valid_until", "assigned.id as assigned_id"])
    .where("staff.active", "=", true)
    .$if(staffIds !== null, (q) => q.where("staff.id", "=", sql<string>`any(${staffIds ?? []}::uuid[])`))
    .$if(role !== null, (q) => q.where("staff.role", "=", role))
    .$if(merchantId !== null, (q) => q.where("staff.merchant_id", "=", merchantId))
    .$if(institutionId !== null, (q) => q.where("staff.institution_id", "=", institutionId))
    .$if(joinedFrom !== null, (q) =>
      q.where(sql<boolean>`(staff.created_at at time zone ${deskTimeZone()})::date >= ${joinedFrom}`),
    )
    .$if(gaps !== null, (q) => q.where(inGap(courseId, gaps ?? [], today)))
    .orderBy("staff.name")
    .orderBy("staff.id")
    .execute();
  return rows.map(({ held_id, valid_until, assigned_id, ...member }) => ({
    ...member,
    holds: held_id !== null,
    validUntil: valid_until as Day | null,
    isAssigned: assigned_id !== null,
  }));
}

/** By the record that holds longest, as everywhere; whoever never had one lacks it, whatever a rule asks of them. */
function inGap(courseId: string, gaps: readonly RecordGap[], today: Day): RawBuilder<boolean> {
  const asGap = sql<RecordGap | null>`case
    when held.id is not null then case when held.valid_until <= ${addDays(today, lapsingDays)} then 'LAPSING' end
    when exists (select from training_record past where past.staff_id = staff.id and past.course_id = ${courseId}
      and past.state in ('PASSED', 'WAIVED')) then 'LAPSED'
    else 'MISSING' end`;
  return sql<boolean>`${asGap} = any(${[...gaps]}::text[])`;
}

/** Who of them gets it: nobody twice, and a holder only where that is wanted, or where the end of the record is why they were asked for. */
export function getsIt(
  { holds, isAssigned }: Pick<AudienceMember, "holds" | "isAssigned">,
  { includeHolders, gaps }: { readonly includeHolders: boolean; readonly gaps: readonly RecordGap[] | null },
): boolean {
  return !isAssigned && (!holds || includeHolders || gaps !== null);
}
