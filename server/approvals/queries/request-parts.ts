import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { type RoleBook, rightsIn, rolesWith } from "../../staff/domain/role-book.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import { type AwayJson, standInsOn, toStandIn } from "../../staff/queries/find-stand-ins.ts";
import { validCoursesOn } from "../../staff/queries/find-valid-courses.ts";
import { lastAsked } from "./last-asked.ts";

export type DecisionRow = Awaited<ReturnType<typeof readDecisions>>[number];

function readDecisions(db: Db, requestIds: readonly string[]) {
  return db
    .selectFrom("approval_decision")
    .select(["id", "request_id", "staff_id", "for_id", "level", "verdict", "note", "at"])
    .where("request_id", "=", sql<string>`any(${requestIds}::uuid[])`)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** What was said on a request, oldest first. */
export const decisionsOfRequest: LoaderOf<{ readonly db: Db }, string, readonly DecisionRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await readDecisions(db, ids), (row) => row.request_id),
};

/** Who had been told that a request waits for their word at the level that was next, by the notices written then: rights change hands later. */
export const askedOfRequest: LoaderOf<{ readonly db: Db }, string, readonly { readonly staff_id: string }[]> = {
  async batch({ db }, ids) {
    // A refund's are told of with its case, those of every other kind under a key of their own.
    const { rows } = await sql<{ readonly request_id: string; readonly staff_id: string }>`
      select distinct r.id as request_id, told.staff_id
      from approval_request r
      cross join lateral (
        select refund.staff_id from ${lastAsked(sql`r.case_id`, sql`r.opened_at`, sql`r.closed_at`)} refund
        where r.subject_kind = 'REFUND'
        union all
        select s.id from staff s
        join notice w on w.write_key =
          'AGREEMENT_WAITING ' || r.id || ' ' || cardinality(r.missing) || ' ' || s.id || ' CONSOLE ' || s.id) told
      where r.id = any(${ids}::uuid[])`.execute(db);
    return grouped(ids, rows, (row) => row.request_id);
  },
};

/** Somebody who holds a right of approval, or stands in for one who does. */
export type ApproverRow = Awaited<ReturnType<typeof readApprovers>>[number];

export async function readApprovers(db: Db, book: RoleBook, rights: readonly Permission[], now: Date) {
  const roles = rights.flatMap((right) => rolesWith(book, right));
  const rows = await db
    .selectFrom("staff")
    .select(["id", "name", "email", "role", "active"])
    .select(standInsOn(now).as("stands_in_for"))
    .select(validCoursesOn(now).as("valid_courses"))
    .where("active", "=", true)
    .where((eb) =>
      eb.or([
        eb("role", "=", sql<StaffRole>`any(${roles}::text[])`),
        eb.exists(
          eb
            .selectFrom("delegation")
            .select((inner) => inner.lit(1).as("one"))
            .whereRef("delegation.delegate_id", "=", "staff.id")
            .where("delegation.revoked_at", "is", null)
            .where("delegation.starts_at", "<=", now)
            .where("delegation.ends_at", ">", now),
        ),
      ]),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(mostApprovers)
    .execute();
  return rows.map((row) => ({
    ...row,
    permissions: rightsIn(book, row.role),
    validCourses: new Set(row.valid_courses),
    standsInFor: row.stands_in_for.map((away: AwayJson) => toStandIn(away, book)),
  }));
}

/** A desk has few who approve; a list that is longer than this helps nobody to find one. */
const mostApprovers = 50;

/**
 * Who could ever give this right at this moment. One statement for each of the few rights that a page asks for: in one for all of
 * them the many who hold the first would crowd out the few who hold the next.
 */
export const approversOf: LoaderOf<
  { readonly db: Db; readonly clock: { now(): Date }; readonly actor: Pick<Actor, "roles"> },
  Permission,
  readonly ApproverRow[]
> = {
  batch: ({ db, clock, actor }, rights) =>
    Promise.all(
      rights.map(async (right) =>
        (await readApprovers(db, actor.roles, [right], clock.now())).filter(
          ({ permissions, standsInFor }) =>
            permissions.has(right) || standsInFor.some(({ rights: lentRights }) => lentRights.has(right)),
        ),
      ),
    ),
};
