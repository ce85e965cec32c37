import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import type { Audience } from "../domain/rules.ts";
import { isMissedOn } from "./missed.ts";

/** The people that somebody picked by name, or that a filter finds. */
export interface ChosenAudience extends Audience {
  readonly staffIds: readonly string[] | null;
}

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

/** Who a course would go to, by name, and how each stands with it. Whoever has left is not among them. */
export async function listAudience(
  db: Db,
  courseId: string,
  audience: ChosenAudience,
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
