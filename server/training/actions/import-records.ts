import type { Updateable } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { Tables } from "../../tables.ts";
import type { OutsideRecord } from "../domain/judge-outside.ts";
import type { OutsideFileProblem } from "../domain/outside-problem.ts";
import { type JudgedFile, readOutsideFile } from "../read-outside-file.ts";

/** The file as it was judged, and how many rows were recorded; the rest of the good ones were there before. */
export interface ImportedRecords extends JudgedFile {
  readonly added: number;
}

/**
 * Records what people passed elsewhere: the good rows in one transaction, the bad ones not at all. The same file again, or
 * at the same moment from another hand, records nothing.
 */
export function importRecords(
  ctx: ActionContext & { readonly actor: { readonly id: string } },
  file: { readonly name: string; readonly content: string },
): Promise<Result<ImportedRecords, OutsideFileProblem>> {
  return decideInTransaction<ImportedRecords, OutsideFileProblem>(ctx.db, async (trx) => {
    const at = ctx.clock.now();
    const today = deskDay(at);
    const judged = await readOutsideFile(trx, { byId: ctx.actor.id, today }, file.content);
    if (!judged.ok) return judged;
    const records = judged.value.rows.flatMap(({ fate }) => (fate.kind === "NEW" ? [fate.record] : []));
    if (records.length === 0) return done({ ...judged.value, added: 0 });
    const importId = newId();
    await trx
      .insertInto("training_import")
      .values({ id: importId, file_name: file.name, by_id: ctx.actor.id, at })
      .execute();
    let added = 0;
    for (const record of records) {
      if (await write(trx, record, { importId, at, today, byId: ctx.actor.id })) added++;
    }
    return done({ ...judged.value, added });
  });
}

interface Writing {
  readonly importId: string;
  readonly byId: string;
  readonly at: Date;
  readonly today: Day;
}

/** What holds today ends the assignment that is open, if there is one; what is history stands by itself. False where another hand was faster. */
async function write(db: Db, record: OutsideRecord, { importId, at, today, byId }: Writing): Promise<boolean> {
  const { staffId, courseId, courseVersionId, passedOn, score, certificate, validUntil } = record;
  const passed = {
    ...{ state: "PASSED" as const, open: false, valid_from: passedOn, valid_until: validUntil, finished_at: at },
    ...{ score, import_id: importId, outside_number: certificate },
  };
  const holds = validUntil === null || validUntil >= today;
  if (holds && (await settleOpen(db, { staffId, courseId }, passed))) return true;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("training_record")
    .values({
      ...passed,
      ...{ id: newId(), staff_id: staffId, course_id: courseId, course_version_id: courseVersionId },
      ...{ cause: "IMPORT", assigned_at: at, assigned_by_id: byId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Whoever waits here for another hand finds the assignment closed, and then the record there. */
async function settleOpen(
  db: Db,
  { staffId, courseId }: Pick<OutsideRecord, "staffId" | "courseId">,
  passed: Partial<Updateable<Tables["training_record"]>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("training_record")
    .set(passed)
    .where("staff_id", "=", staffId)
    .where("course_id", "=", courseId)
    .where("open", "=", true)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
