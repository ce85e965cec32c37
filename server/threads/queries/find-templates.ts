import type { Db } from "../../platform/database/database.ts";

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number];

/** A desk has some dozens of templates; more than this are not offered. */
const MOST = 200;

const columns = [
  "id",
  "version",
  "thread",
  "name_zh",
  "name_en",
  "body_zh",
  "body_en",
  "active",
  "changed_by_id",
  "changed_at",
] as const;

/** The templates by name; those that are no longer offered only where they are asked for. */
export function listTemplates(db: Db, retired: boolean) {
  return db
    .selectFrom("message_template")
    .select(columns)
    .$if(!retired, (q) => q.where("active", "=", true))
    .orderBy("name_en")
    .orderBy("id")
    .limit(MOST)
    .execute();
}

export function findTemplate(db: Db, id: string): Promise<TemplateRow | undefined> {
  return db.selectFrom("message_template").select(columns).where("id", "=", id).executeTakeFirst();
}
