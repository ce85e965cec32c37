import type { Db } from "../../platform/database/database.ts";
import type { StoredSettings } from "../domain/desk-settings.ts";

/** The settings as they are stored now; whoever only needs them asks the book, which keeps them. */
export function readSettings(db: Db): Promise<StoredSettings> {
  return db
    .selectFrom("desk_settings")
    .select([
      "name_zh as nameZh",
      "name_en as nameEn",
      "phone",
      "email",
      "currency",
      "time_zone as timeZone",
      "version",
    ])
    .executeTakeFirstOrThrow();
}

export type SettingsEventRow = Awaited<ReturnType<typeof listSettingsEvents>>[number];

/** More than a desk changes in years. */
const mostEvents = 100;

/** Who changed what, the latest first. */
export function listSettingsEvents(db: Db) {
  return db.selectFrom("desk_settings_event").selectAll().orderBy("version", "desc").limit(mostEvents).execute();
}
