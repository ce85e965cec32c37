import { threadsOf } from "../../cases/queries/case-events.ts";
import type { RequestContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { KeptFields } from "../domain/notice-fields.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { fieldsOf } from "../domain/told-fields.ts";
import type { NoticeKind } from "../domain/words.ts";
import { gatherTold } from "./gather-told.ts";

export interface CaseExample {
  readonly fields: KeptFields;
  /** What was last written in the case with such a notice; null where nobody has written it yet. */
  readonly message: string | null;
}

/** What a notice of this kind would say now of a case in the viewer's sight; null where there is none. */
export async function exampleOfCase(
  ctx: RequestContext,
  kind: NoticeKind,
  number: string,
): Promise<CaseExample | null> {
  const found = await casesInSight(ctx.db, ctx.actor)
    .select("cases.id")
    .where("cases.number", "=", number)
    .executeTakeFirst();
  if (found === undefined) return null;
  const told = await gatherTold(ctx.db, found.id, [], ctx.clock.now());
  const written = await ctx.db
    .selectFrom("notice")
    .innerJoin("case_message as message", (join) =>
      join.onRef("message.event_id", "=", "notice.event_id").onRef("message.thread", "=", "notice.audience"),
    )
    .select("message.body")
    .where("notice.case_id", "=", found.id)
    .where("notice.kind", "=", kind)
    .where("message.thread", "in", threadsOf(ctx.actor))
    .orderBy("notice.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return { fields: fieldsOf(noticeRules[kind], { ...told, namedMinor: null }), message: written?.body ?? null };
}
