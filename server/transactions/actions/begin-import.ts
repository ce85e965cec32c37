import { maskCardNumbers } from "../../kernel/card-text.ts";
import { cleanText } from "../../kernel/clean-text.ts";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ChosenColumns } from "../domain/chosen-columns.ts";
import type { ImportKind, ImportState } from "../domain/words.ts";

export interface NewImport {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly bytesTotal: number | null;
  readonly columns?: ChosenColumns;
}

/** Writes down that a file has come, before anything of it is read. */
export async function beginImport(
  db: Db,
  ctx: Pick<ActionContext, "actor" | "clock">,
  file: NewImport,
): Promise<string> {
  const id = newId();
  const name = cleanText(maskCardNumbers(file.fileName), 200);
  await db
    .insertInto("import_run")
    .values({
      id,
      kind: file.kind,
      file_name: name.ok ? name.value : "file.csv",
      columns: file.columns ?? null,
      state: file.state,
      started_by_id: ctx.actor.id,
      api_key_id: ctx.actor.key?.id ?? null,
      bytes_total: file.bytesTotal === null ? null : BigInt(file.bytesTotal),
      started_at: ctx.clock.now(),
    })
    .execute();
  return id;
}
