import { createHash } from "node:crypto";
import type pg from "pg";

/** Codes of the second factor that have opened a session. They hold for a minute and a half at most, so they are soon forgotten. */
export const usedCodesTable = `
  create table if not exists auth.used_code (
    user_id text not null,
    code_hash text not null,
    used_at timestamptz(3) not null,
    primary key (user_id, code_hash)
  )`;
const FORGET_AFTER_MS = 180_000;

/** A code that somebody saw over a shoulder opens nothing: of two uses, one is told that it came second. */
export async function useCodeOnce(pool: pg.Pool, userId: string, code: string, now: Date): Promise<boolean> {
  const forgetBefore = new Date(now.getTime() - FORGET_AFTER_MS);
  await pool.query("delete from auth.used_code where used_at <= $1", [forgetBefore]);
  const { rowCount } = await pool.query(
    "insert into auth.used_code (user_id, code_hash, used_at) values ($1, $2, $3) on conflict do nothing",
    [userId, createHash("sha256").update(code.trim()).digest("hex"), now],
  );
  return rowCount === 1;
}
