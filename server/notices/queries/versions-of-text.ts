import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";

export type TextVersionRow = Awaited<ReturnType<typeof read>>[number];

function read(db: Db, texts: readonly string[]) {
  return db
    .selectFrom("notice_template")
    .innerJoin("staff", "staff.id", "notice_template.author_id")
    .select((eb) => [
      "notice_template.id",
      "notice_template.version",
      "notice_template.subject",
      "notice_template.body",
      "notice_template.sms",
      "notice_template.created_at",
      "staff.name as author",
      sql<string>`${eb.ref("notice_template.kind")} || ' ' || ${eb.ref("notice_template.locale")}`.as("of"),
    ])
    .where(sql<boolean>`notice_template.kind || ' ' || notice_template.locale = any(${texts}::text[])`)
    .orderBy("notice_template.version", "desc")
    .execute();
}

/** The savings of a wording, named by its kind and language, the latest first. Wordings are few, and are changed seldom. */
export const versionsOfText: LoaderOf<{ readonly db: Db }, string, readonly TextVersionRow[]> = {
  batch: async ({ db }, texts) => grouped(texts, await read(db, texts), (row) => row.of),
};
