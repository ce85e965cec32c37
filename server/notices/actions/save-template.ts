import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { checkText } from "../domain/check-text.ts";
import type { NoticeProblem } from "../domain/notice-problem.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import type { NoticeText } from "../domain/notice-text.ts";
import type { NoticeKind } from "../domain/words.ts";
import { listTemplates, type TemplateRow } from "../queries/list-templates.ts";

export interface SaveTemplate {
  readonly kind: NoticeKind;
  readonly locale: "zh-CN" | "en";
  /** The version that the author saw. */
  readonly expectedVersion: number;
  /** Null goes back to the desk's own wording. */
  readonly text: NoticeText | null;
}

/** Adds a version; it is what is sent from the next try on. A wording with an unknown or a missing field is not saved. */
export function saveTemplate(
  ctx: ActionContext,
  { kind, locale, expectedVersion, text }: SaveTemplate,
): Promise<Result<TemplateRow, readonly NoticeProblem[]>> {
  const problems = text === null ? [] : checkText(kind, text);
  if (problems.length > 0) return Promise.resolve(refused(problems));
  const authorId = ctx.actor.id;
  if (authorId === null) throw new Error("A wording is saved by somebody");
  return ctx.db.transaction().execute(async (db) => {
    const { latest } = await db
      .selectFrom("notice_template")
      .select((eb) => eb.fn.coalesce(eb.fn.max("version"), eb.lit(0)).as("latest"))
      .where("kind", "=", kind)
      .where("locale", "=", locale)
      .executeTakeFirstOrThrow();
    if (latest !== expectedVersion) return refused([{ code: "TEMPLATE_STALE" }]);
    const sms = noticeRules[kind].over.includes("SMS") ? (text?.sms ?? null) : null;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("notice_template")
      .values({
        ...{
          id: newId(),
          kind,
          locale,
          version: expectedVersion + 1,
          author_id: authorId,
          created_at: ctx.clock.now(),
        },
        ...{ subject: text?.subject ?? null, body: text?.body ?? null, sms },
      })
      // Two who save at once both saw the same version: the second is told.
      .onConflict((conflict) => conflict.columns(["kind", "locale", "version"]).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return refused([{ code: "TEMPLATE_STALE" }]);
    const saved = (await listTemplates(db, [kind])).find((row) => row.locale === locale);
    if (saved === undefined) throw new Error(`The wording of ${kind} vanished`);
    return done(saved);
  });
}
