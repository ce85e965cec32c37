import { sql } from "kysely";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";

export interface ImportOfRecord {
  readonly id: string;
  readonly fileName: string;
  readonly by: string;
  readonly at: Date;
}

/** The file that a record came by. */
export const importOfRecord: LoaderOf<RequestContext, string, ImportOfRecord | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("training_import")
        .innerJoin("staff", "staff.id", "training_import.by_id")
        .select([
          "training_import.id",
          "training_import.file_name as fileName",
          "staff.name as by",
          "training_import.at",
        ])
        .where("training_import.id", "=", sql<string>`any(${ids}::uuid[])`)
        .execute(),
      (row) => row.id,
      (row): ImportOfRecord | null => row,
      null,
    ),
};
