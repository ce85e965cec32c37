import type { KeptFields } from "../domain/notice-fields.ts";
import type { NoticeAttemptAnswer, NoticeKind } from "../domain/words.ts";

/** An endpoint as it stood when something was sent there. */
export interface SentEndpoint {
  readonly id: string;
  readonly version: number;
}

/** One notice, ready to go. Its id is the key by which the other side can tell that it came twice. */
export interface OutgoingNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly address: string;
  readonly locale: "zh-CN" | "en";
  readonly createdAt: Date;
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
  /** For systems: plain facts instead of a text. */
  readonly fields: KeptFields;
  readonly link: string | null;
  readonly answerLink: string | null;
  /** Null where it was paused or is gone. `secretVersions`: those that sign now, the newest first. */
  readonly endpoint: (SentEndpoint & { readonly secretVersions: readonly number[] }) | null;
}

export interface SendAnswer {
  readonly answer: Exclude<NoticeAttemptAnswer, "SENDING">;
  readonly code: string | null;
  /** The other side says that it wants nothing more, ever: HTTP 410 to a webhook. */
  readonly wantsNoMore?: boolean;
}

/** One way out of the desk. It answers; it throws only where we are wrong. */
export type Channel = (notice: OutgoingNotice, signal: AbortSignal) => Promise<SendAnswer>;

export interface Channels {
  readonly EMAIL: Channel;
  readonly SMS: Channel;
  readonly WEBHOOK: Channel;
  /** In front of every link. */
  readonly publicUrl: string;
}

/** No answer within this is no answer. Shorter than the lease of a notice. */
export const sendTimeoutMs = 20_000;
