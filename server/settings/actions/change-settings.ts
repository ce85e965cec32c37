import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { deskChannel } from "../../platform/signals.ts";
import type { ActionContext } from "../../request-context.ts";
import {
  changesBetween,
  type DeskSettings,
  reasonsAgainst,
  type SettingChange,
  type SettingRefusal,
  type StoredSettings,
} from "../domain/desk-settings.ts";
import { readSettings } from "../queries/read-settings.ts";

export interface ChangeSettings {
  readonly expectedVersion: number;
  readonly to: DeskSettings;
}

export type SettingsFailure =
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly SettingRefusal[] };

/** Changes the settings and writes down who changed what, or changes nothing. Every process reads them anew. */
export async function changeSettings(
  ctx: ActionContext,
  { expectedVersion, to }: ChangeSettings,
): Promise<Result<StoredSettings, SettingsFailure>> {
  const changed = await decideInTransaction<null, SettingsFailure>(ctx.db, async (db) => {
    await db.selectFrom("desk_settings").select("id").forUpdate().executeTakeFirstOrThrow();
    const before = await readSettings(db);
    if (before.version !== expectedVersion) return refused({ kind: "STALE" });
    const changes = changesBetween(before, to);
    const reasons = reasonsAgainst(to, { changes, zoneInDatabase: await countsIn(db, to.timeZone) });
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await write(db, to, before.version + 1);
    await writeEvent(db, ctx, changes, before.version + 1);
    await sql`select pg_notify(${deskChannel}, ${JSON.stringify({ kind: "SETTINGS" })})`.execute(db);
    return done(null);
  });
  return changed.ok ? done(await ctx.settings.renew()) : changed;
}

async function write(db: Db, to: DeskSettings, version: number): Promise<void> {
  const { nameZh: name_zh, nameEn: name_en, phone, email, currency, timeZone: time_zone } = to;
  await db.updateTable("desk_settings").set({ name_zh, name_en, phone, email, currency, time_zone, version }).execute();
}

async function writeEvent(
  db: Db,
  { actor, clock }: ActionContext,
  changes: readonly SettingChange[],
  version: number,
): Promise<void> {
  if (actor.id === null) throw new Error("Only a person changes the desk's settings");
  await db
    .insertInto("desk_settings_event")
    .values({
      ...{ id: newId(), version, actor_id: actor.id, at: clock.now() },
      // As text: the driver would take a list for one of the database's own.
      changes: sql<readonly SettingChange[]>`${JSON.stringify(changes)}::jsonb`,
    })
    .execute();
}

/** Days are counted in statements too, by the database's own table of zones. */
async function countsIn(db: Db, timeZone: string): Promise<boolean> {
  const { rows } = await sql`select from pg_timezone_names where name = ${timeZone}`.execute(db);
  return rows.length > 0;
}
