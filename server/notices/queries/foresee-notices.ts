import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import type { KeptFields } from "../domain/notice-fields.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { type Delivery, deliveriesTo } from "../domain/readers.ts";
import { type RenderedNotice, renderNotice } from "../domain/render-notice.ts";
import { type EventTold, tellingsOf } from "../domain/tellings.ts";
import { type FieldSource, fieldsOf } from "../domain/told-fields.ts";
import type { NoticeKind } from "../domain/words.ts";
import { linksOf } from "../notice-links.ts";
import { findCurrentText } from "./find-texts.ts";
import { type BroughtIn, gatherTold } from "./gather-told.ts";
import { hiddenLink } from "./notice-text-of.ts";
import { approversIn, readersOf } from "./readers-of-telling.ts";

/** Stands in a foreseen text for the words that are still being written. */
export const wordsToCome = "{message}";

export interface ForeseenNotice {
  readonly kind: NoticeKind;
  readonly deliveries: readonly Delivery[];
  /** As it would be sent in either language. */
  readonly texts: Readonly<Record<"zh-CN" | "en", RenderedNotice>>;
}

/** What a move would change of what is said: its amounts, its dates, its agency; and of who hears it. */
export type Foreseen = Partial<FieldSource> & BroughtIn;

/** The notices that an event would cause, by the same table and the same texts, with nothing written. */
export async function foreseeNotices(
  ctx: ActionContext,
  caseId: string,
  event: EventTold,
  { bankId = null, assigneeId, ...change }: Foreseen,
): Promise<readonly ForeseenNotice[]> {
  const told = tellingsOf(event);
  if (told.length === 0) return [];
  const book = await readRoleBook(ctx.db);
  const found = await gatherTold(ctx.db, caseId, approversIn(book), ctx.clock.now(), { bankId, assigneeId });
  const about = await linkSource(ctx.db, caseId);
  const source: FieldSource = { ...found, namedMinor: null, ...change };
  return Promise.all(
    told.map(async (telling) => {
      const rule = noticeRules[telling.tell];
      const fields = fieldsOf(rule, source);
      const { link } = linksOf({ id: caseId, kind: telling.tell, link: null, case: about }, ctx.signing, "");
      const inLanguage = (locale: "zh-CN" | "en") =>
        render(ctx, telling.tell, fields, rule.to === "CUSTOMER" && link !== null ? hiddenLink[locale] : link, locale);
      const [zh, en] = await Promise.all([inLanguage("zh-CN"), inLanguage("en")]);
      const deliveries = deliveriesTo(rule.to, rule.over, readersOf(telling, found, book, ctx.actor.id));
      return { kind: telling.tell, deliveries, texts: { "zh-CN": zh, en } };
    }),
  );
}

async function render(
  { db }: ActionContext,
  kind: NoticeKind,
  fields: KeptFields,
  link: string | null,
  locale: "zh-CN" | "en",
): Promise<RenderedNotice> {
  const { text } = await findCurrentText(db, { kind, locale });
  return renderNotice(text, fields, { message: wordsToCome, link, answerLink: null }, locale);
}

/** What a private link is made of; one that the desk cannot make is left out of the text. */
function linkSource(db: Db, caseId: string) {
  return db
    .selectFrom("cases")
    .select(["id", "number", "link_key as linkKey", "link_hash as linkHash"])
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
}
