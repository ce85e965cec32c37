import type { KeptFields } from "./notice-fields.ts";
import type { NoticeKind } from "./words.ts";

interface Told {
  readonly kind: NoticeKind;
  readonly createdAt: Date;
  readonly fields: KeptFields;
  readonly link: string | null;
  readonly answerLink: string | null;
}

/** What a system is sent: plain facts, in the shape of Standard Webhooks. */
export function webhookBody({ kind, createdAt, fields, link, answerLink }: Told) {
  return { type: kind, timestamp: createdAt.toISOString(), data: { ...fields, link, answerLink } };
}
