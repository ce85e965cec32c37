/**
 * One kind of notice in one language. Paragraphs of the body are parted by an empty line; one that speaks of a field that
 * is not there is left out whole, so no sentence is ever glued. `sms` is null where the kind is never sent so.
 */
export interface NoticeText {
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
}

export interface NoticeTexts {
  readonly "zh-CN": NoticeText;
  readonly en: NoticeText;
}

/** Paragraphs as a list, so that the tables of texts stay readable. */
export function written(subject: string, paragraphs: readonly string[], sms: string | null = null): NoticeText {
  return { subject, body: paragraphs.join("\n\n"), sms };
}
