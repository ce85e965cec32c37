import type { Db } from "../../platform/database/database.ts";
import type { NoticeText } from "../domain/notice-text.ts";
import { noticeTexts } from "../domain/notice-texts.ts";
import type { NoticeKind } from "../domain/words.ts";

export interface TextKey {
  readonly kind: NoticeKind;
  readonly locale: "zh-CN" | "en";
}

/** A wording and its version; null is the desk's own. */
export interface CurrentText {
  readonly text: NoticeText;
  readonly version: number | null;
}

/** The wording that is in use: the latest version, unless that went back to the desk's own. */
export async function findCurrentText(db: Db, { kind, locale }: TextKey): Promise<CurrentText> {
  const row = await db
    .selectFrom("notice_template")
    .select(["version", "subject", "body", "sms"])
    .where("kind", "=", kind)
    .where("locale", "=", locale)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? { text: noticeTexts[kind][locale], version: null } : toText({ kind, locale }, row);
}

export function toText(
  { kind, locale }: TextKey,
  row: {
    readonly version: number;
    readonly subject: string | null;
    readonly body: string | null;
    readonly sms: string | null;
  },
): CurrentText {
  const { subject, body, sms, version } = row;
  if (subject === null || body === null) return { text: noticeTexts[kind][locale], version: null };
  return { text: { subject, body, sms }, version };
}
