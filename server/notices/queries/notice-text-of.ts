import { sql } from "kysely";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { DeskSettings } from "../../settings/domain/desk-settings.ts";
import type { KeptFields } from "../domain/notice-fields.ts";
import { noticeTexts } from "../domain/notice-texts.ts";
import type { NoticeLink } from "../domain/notice-to-write.ts";
import { peopleInWords } from "../domain/people-in-words.ts";
import { type RenderedNotice, renderNotice } from "../domain/render-notice.ts";
import { signOff } from "../domain/sign-off.ts";
import type { NoticeAudience, NoticeChannel, NoticeKind, NoticeState } from "../domain/words.ts";
import { linksOf } from "../notice-links.ts";
import { colleagueNames } from "./colleague-names.ts";

interface Stored {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly audience: NoticeAudience;
  readonly channel: NoticeChannel;
  readonly state: NoticeState;
  readonly locale: "zh-CN" | "en";
  readonly fields: KeptFields;
  readonly link: NoticeLink | null;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly link_key: string | null;
  readonly link_hash: string | null;
  readonly message: string | null;
  readonly colleagues: readonly string[] | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly sms: string | null;
  /** It lies in the mailbox of a demo: only there is an address kept of what was delivered. */
  readonly kept: boolean;
}

/** What a colleague reads in place of somebody else's private link. */
export const hiddenLink = { "zh-CN": "〔本人专属链接〕", en: "[their private link]" } as const;

/**
 * A notice as it was sent, with the version of the text that it was sent with. On the console it is in the language of who
 * looks. A private link is its reader's alone and is not shown, save in a demo's own mailbox.
 */
export const textOfNotice: LoaderOf<RequestContext, string, RenderedNotice | null> = {
  async batch(ctx, ids) {
    const { rows } = await sql<Stored>`
      select notice.id, notice.kind, notice.audience, notice.channel, notice.state, notice.locale, notice.fields, notice.link,
        notice.case_id, cases.number, cases.link_key, cases.link_hash, message.body as message, ${colleagueNames} as colleagues,
        template.subject, template.body, template.sms,
        notice.state = 'DELIVERED' and notice.channel in ('EMAIL', 'SMS') and notice.address is not null as kept
      from notice
        left join cases on cases.id = notice.case_id
        left join case_message message on message.event_id = notice.event_id and message.thread = notice.audience
        left join lateral (
          select subject, body, sms from notice_template where kind = notice.kind and locale = notice.locale
            and (version = notice.template_version or (notice.template_version is null and notice.state = 'WAITING'))
          order by version desc limit 1) template on true
      where notice.id = any(${ids}::uuid[])`.execute(ctx.db);
    const desk = await ctx.settings.current();
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row): RenderedNotice | null => render(ctx, desk, row),
      null,
    );
  },
};

function render(
  { locale: viewerLocale, signing, actor }: RequestContext,
  desk: DeskSettings,
  row: Stored,
): RenderedNotice {
  const { id, kind, fields, link, case_id: caseId, number, kept } = row;
  const locale = row.channel === "CONSOLE" ? viewerLocale : row.locale;
  const about =
    caseId === null || number === null ? null : { id: caseId, number, linkKey: row.link_key, linkHash: row.link_hash };
  const links = linksOf({ id, kind, link, case: about }, signing, "");
  const isPrivate = row.audience === "CUSTOMER" || link?.token !== undefined;
  // Who holds the link for an answer speaks for its reader: only they see it.
  const isReader = actor.merchantId !== null || actor.institutionId !== null;
  // On the console a shop and a bank have the buttons beside the words; addresses would only stand in the way.
  const isBesideButtons = row.channel === "CONSOLE" && (row.audience === "MERCHANT" || row.audience === "BANK");
  const shown = isBesideButtons
    ? { link: null, answerLink: null }
    : {
        link: isPrivate && !kept && links.link !== null ? hiddenLink[locale] : links.link,
        answerLink: kept || isReader ? links.answerLink : null,
      };
  const { subject, body, sms } = row;
  const text = subject === null || body === null ? noticeTexts[kind][locale] : { subject, body, sms };
  const colleagues = peopleInWords(row.colleagues, locale);
  const ending = row.channel === "EMAIL" ? signOff(desk, row.audience, locale) : null;
  return renderNotice(text, fields, { colleagues, message: row.message, signOff: ending, ...shown }, locale);
}
