import { CompiledQuery, sql } from "kysely";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import { hashApiKey } from "../api-key.ts";
import { type ActingKey, type Actor, staffActor } from "../domain/actor.ts";
import type { Permission } from "../domain/permissions.ts";
import type { StaffRole } from "../domain/roles.ts";
import { bookAt, roleRevision, roleRevisionSql } from "./find-role-book.ts";
import { type AwayJson, standInsOn, standInsSql, toStandIn } from "./find-stand-ins.ts";
import { validCoursesOn, validCoursesSql } from "./find-valid-courses.ts";

/** Who calls, and whether a person's browser or a machine's key speaks for them: a machine may ask free queries. */
export interface Caller {
  readonly actor: Actor;
  readonly cameBy: "SESSION" | "API_KEY";
}

/** What a request says about who sent it. */
export interface CallerHeaders {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly merchant_id: string | null;
  readonly institution_id: string | null;
  readonly stands_in_for: readonly AwayJson[];
  readonly valid_courses: readonly string[];
  readonly role_revision: number;
}

/** What is asked to know who somebody is. */
export interface Desk {
  readonly db: Db;
  readonly login: Login;
  readonly clock: WallClock;
}

/** How long a session's last use may be out of date, so that most requests write nothing. */
const TOUCH_EVERY_MS = 60_000;
/** The same for a key's, which only tells people whether it is still needed. */
const TOUCH_KEY_EVERY_MS = 5 * 60_000;

/**
 * Who sent a request; null for nobody. Asked anew for each request, so that a new role, a changed one, a deactivation or a
 * revoked session counts at once. One statement, and one more a minute that keeps a session awake. A key that is sent counts
 * alone: a wrong one is nobody, whatever the cookie says. `isSeen`: they act; who only listens keeps no session awake.
 */
export async function findActor(desk: Desk, headers: CallerHeaders, isSeen = true): Promise<Caller | null> {
  if (headers.authorization !== undefined) return findByKey(desk, headers.authorization);
  const token = desk.login.sessionToken(headers.cookie);
  return token === null ? null : findBySession(desk, token, new Date(), isSeen);
}

async function findByKey({ db, clock }: Pick<Desk, "db" | "clock">, authorization: string): Promise<Caller | null> {
  const hash = hashApiKey(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
  if (hash === null) return null;
  const now = clock.now();
  const found = await selectByKey(db, keyStatements.key_hash, hash, now);
  if (found === undefined) return null;
  if (found.used_at === null || now.getTime() - found.used_at.getTime() > TOUCH_KEY_EVERY_MS) {
    const before = new Date(now.getTime() - TOUCH_KEY_EVERY_MS);
    await db
      .updateTable("api_key")
      .set({ used_at: now })
      .where("id", "=", found.key_id)
      .where((eb) => eb.or([eb("used_at", "is", null), eb("used_at", "<", before)]))
      .execute();
  }
  return { actor: await toKeyActor(db, found), cameBy: "API_KEY" };
}

interface ByKey extends Omit<MemberRow, "stands_in_for"> {
  readonly key_id: string;
  readonly scopes: readonly Permission[];
  readonly used_at: Date | null;
}

/** A key that works now, with who made it: who left or is suspended has none. Written out, as a session's is. */
const keyStatement = (column: "key_hash" | "id") => `
  select api_key.id as key_id, api_key.scopes, api_key.used_at,
    staff.id, staff.name, staff.role, staff.merchant_id, staff.institution_id,
    ${validCoursesSql("$3::date")} as valid_courses, ${roleRevisionSql} as role_revision
  from api_key join staff on staff.id = api_key.staff_id
  where api_key.${column} = $1 and api_key.revoked_at is null and api_key.expires_at > $2 and staff.active`;

const keyStatements = { key_hash: keyStatement("key_hash"), id: keyStatement("id") };

async function selectByKey(db: Db, statement: string, value: unknown, at: Date): Promise<ByKey | undefined> {
  const { rows } = await db.executeQuery<ByKey>(CompiledQuery.raw(statement, [value, at, deskDay(at)]));
  return rows[0];
}

function toKeyActor(db: Db, { key_id: id, scopes, used_at: _, ...member }: ByKey): Promise<Actor> {
  return toActor(db, { ...member, stands_in_for: [] }, { id, scopes });
}

/** Every request asks this, so it is written out: building it anew costs as much again as sending it. */
const sessionStatement = `
  select staff.id, staff.name, staff.role, staff.merchant_id, staff.institution_id, session."updatedAt" as seen_at,
    ${standInsSql("$5")} as stands_in_for,
    ${validCoursesSql("$6::date")} as valid_courses, ${roleRevisionSql} as role_revision
  from auth.session join staff on staff.login_id = session."userId"
  where session.token = $1 and session."expiresAt" > $2 and session."createdAt" > $3 and session."updatedAt" > $4
    and staff.active`;

/** By the wall's own time rather than the desk's, since it is what log-in counts a session's life by; who is away and who is trained go by the desk's. */
async function findBySession(
  { db, login: { limits }, clock }: Desk,
  token: string,
  now: Date,
  isSeen: boolean,
): Promise<Caller | null> {
  const idleSince = new Date(now.getTime() - limits.idleMinutes * 60_000);
  const oldest = new Date(now.getTime() - limits.sessionHours * 3_600_000);
  const asked = CompiledQuery.raw(sessionStatement, [token, now, oldest, idleSince, clock.now(), deskDay(clock.now())]);
  const { rows } = await db.executeQuery<MemberRow & { readonly seen_at: Date }>(asked);
  const found = rows[0];
  if (found === undefined) return null;
  if (isSeen && now.getTime() - found.seen_at.getTime() > Math.min(TOUCH_EVERY_MS, (limits.idleMinutes * 60_000) / 4)) {
    await sql`update auth.session set "updatedAt" = ${now} where token = ${token} and "updatedAt" < ${now}`.execute(db);
  }
  return { actor: await toActor(db, found), cameBy: "SESSION" };
}

/** Whoever acted before, as they are now: in person, or by a key that still has to work. Null where either is gone. */
export async function findActorAgain(
  db: Db,
  { id, keyId }: { readonly id: string; readonly keyId: string | null },
  at: Date,
): Promise<Actor | null> {
  if (keyId === null) return findStaffActor(db, id, at);
  const found = await selectByKey(db, keyStatements.id, keyId, at);
  return found === undefined ? null : toKeyActor(db, found);
}

/** A member of staff by id, who acts by something that was given to them before; null where they are gone. */
export async function findStaffActor(db: Db, staffId: string, at: Date): Promise<Actor | null> {
  const member = await db
    .selectFrom("staff")
    .where("id", "=", staffId)
    .where("active", "=", true)
    .select(["id", "name", "role", "merchant_id", "institution_id"])
    .select(standInsOn(at).as("stands_in_for"))
    .select(validCoursesOn(at).as("valid_courses"))
    .select(roleRevision.as("role_revision"))
    .executeTakeFirst();
  return member === undefined ? null : toActor(db, member);
}

async function toActor(db: Db, member: MemberRow, key: ActingKey | null = null): Promise<Actor> {
  const { id, name, role, merchant_id, institution_id, valid_courses, role_revision } = member;
  const roles = await bookAt(db, role_revision);
  const scope = { merchantId: merchant_id, institutionId: institution_id };
  const standsInFor = member.stands_in_for.map((away) => toStandIn(away, roles));
  return staffActor({ id, name, role, roles, ...scope, standsInFor, validCourses: new Set(valid_courses), key });
}
