import type { NoticeAudience, NoticeChannel, NoticeState } from "../graphql/words.ts";

export const noticeStates: readonly NoticeState[] = ["WAITING", "DELIVERED", "DEAD", "SUPPRESSED"];
export const noticeChannels: readonly NoticeChannel[] = ["CONSOLE", "EMAIL", "SMS", "WEBHOOK"];
export const noticeAudiences: readonly NoticeAudience[] = ["CUSTOMER", "MERCHANT", "BANK", "PROVIDER", "COLLEAGUE"];

export interface NoticeSearch {
  readonly state: NoticeState | null;
  readonly channel: NoticeChannel | null;
  readonly audience: NoticeAudience | null;
  /** Those that ask for an answer and have none yet. */
  readonly isAwaited: boolean;
  /** Given up, or never sent for want of a way: somebody has to look. */
  readonly needsAttention: boolean;
}

/** The filters of the log, as they stand in the address. A word that is none of ours asks nothing. */
export function readNoticeSearch(params: URLSearchParams): NoticeSearch {
  const read = <W extends string>(name: string, words: readonly W[]) =>
    words.find((word) => word.toLowerCase() === params.get(name)) ?? null;
  return {
    state: read("state", noticeStates),
    channel: read("channel", noticeChannels),
    audience: read("to", noticeAudiences),
    isAwaited: params.get("answer") === "awaited",
    needsAttention: params.get("needs") === "attention",
  };
}

export function writeNoticeSearch({
  state,
  channel,
  audience,
  isAwaited,
  needsAttention,
}: NoticeSearch): Record<string, string> {
  return {
    ...(state !== null && { state: state.toLowerCase() }),
    ...(channel !== null && { channel: channel.toLowerCase() }),
    ...(audience !== null && { to: audience.toLowerCase() }),
    ...(isAwaited && { answer: "awaited" }),
    ...(needsAttention && { needs: "attention" }),
  };
}

export function toNoticeFilter({ state, channel, audience, isAwaited, needsAttention }: NoticeSearch) {
  const stuck: readonly NoticeState[] = ["DEAD", "SUPPRESSED"];
  return {
    ...(needsAttention && { states: [...stuck] }),
    ...(state !== null && { states: [state] }),
    ...(channel !== null && { channels: [channel] }),
    ...(audience !== null && { audiences: [audience] }),
    ...(isAwaited && { awaitsAnswer: true }),
  };
}
