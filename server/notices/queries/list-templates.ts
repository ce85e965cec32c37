import type { Db } from "../../platform/database/database.ts";
import type { NoticeText } from "../domain/notice-text.ts";
import { noticeTexts } from "../domain/notice-texts.ts";
import { type NoticeKind, noticeKinds } from "../domain/words.ts";

export interface TemplateRow {
  readonly kind: NoticeKind;
  readonly locale: "zh-CN" | "en";
  readonly version: number;
  readonly isOwn: boolean;
  readonly text: NoticeText;
  readonly savedAt: Date | null;
}

/** Every wording that is in use, in both languages: the latest version of each, or the desk's own. */
export async function listTemplates(
  db: Db,
  kinds: readonly NoticeKind[] = noticeKinds,
): Promise<readonly TemplateRow[]> {
  const rows = await db
    .selectFrom("notice_template")
    .distinctOn(["kind", "locale"])
    .select(["kind", "locale", "version", "subject", "body", "sms", "created_at"])
    .orderBy("kind")
    .orderBy("locale")
    .orderBy("version", "desc")
    .execute();
  return kinds.flatMap((kind) =>
    (["zh-CN", "en"] as const).map((locale) => {
      const own = noticeTexts[kind][locale];
      const row = rows.find((one) => one.kind === kind && one.locale === locale);
      const base = { kind, locale, version: row?.version ?? 0, savedAt: row?.created_at ?? null };
      if (row === undefined || row.subject === null || row.body === null) return { ...base, isOwn: true, text: own };
      const { subject, body, sms } = row;
      return { ...base, isOwn: false, text: { subject, body, sms } };
    }),
  );
}
