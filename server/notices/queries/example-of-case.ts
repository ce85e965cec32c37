import type { RequestContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { KeptFields } from "../domain/notice-fields.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { fieldsOf } from "../domain/told-fields.ts";
import type { NoticeKind } from "../domain/words.ts";
import { gatherTold } from "./gather-told.ts";

/** What a notice of this kind would say now of a case in the viewer's sight; null where there is none. */
export async function exampleOfCase(ctx: RequestContext, kind: NoticeKind, number: string): Promise<KeptFields | null> {
  const found = await casesInSight(ctx.db, ctx.actor)
    .select("cases.id")
    .where("cases.number", "=", number)
    .executeTakeFirst();
  if (found === undefined) return null;
  const told = await gatherTold(ctx.db, found.id, [], ctx.clock.now());
  return fieldsOf(noticeRules[kind], { ...told, namedMinor: null });
}
