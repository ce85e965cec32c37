import { createHash } from "node:crypto";
import type pg from "pg";
import type { LoginLimits } from "./login-settings.ts";

/** Counts failed passwords by name, whether anybody has that name or not, so that the answer tells nothing about it. */
export const lockOutTable = `
  create table if not exists auth.failed_sign_in (
    name_hash text primary key,
    tries integer not null,
    last_counted_at timestamptz(3) not null
  )`;

/**
 * Counts a try *before* the password is looked at, so that a thousand at once are a thousand counted; a success forgets
 * them all. Tries while it is locked do not prolong it. Says whether this try may go on.
 */
export async function countTry(pool: pg.Pool, name: string, limits: LoginLimits, now: Date): Promise<boolean> {
  const forgetBefore = new Date(now.getTime() - limits.lockMinutes * 60_000);
  const { rows } = await pool.query<{ tries: number }>(
    `insert into auth.failed_sign_in as known (name_hash, tries, last_counted_at) values ($1, 1, $2)
     on conflict (name_hash) do update set
       tries = case when known.last_counted_at <= $3 then 1 else least(known.tries, $4) + 1 end,
       last_counted_at = case when known.last_counted_at > $3 and known.tries >= $4 then known.last_counted_at else $2 end
     returning tries`,
    [hashName(name), now, forgetBefore, limits.triesAllowed],
  );
  const tries = rows[0]?.tries ?? 0;
  if (tries === 1) await pool.query("delete from auth.failed_sign_in where last_counted_at <= $1", [forgetBefore]);
  return tries <= limits.triesAllowed;
}

export async function forgetTries(pool: pg.Pool, name: string): Promise<void> {
  await pool.query("delete from auth.failed_sign_in where name_hash = $1", [hashName(name)]);
}

function hashName(name: string): string {
  return createHash("sha256").update(name.trim().toLowerCase()).digest("hex");
}
