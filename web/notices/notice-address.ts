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
  };
}

export function writeNoticeSearch({ state, channel, audience, isAwaited }: NoticeSearch): Record<string, string> {
  return {
    ...(state !== null && { state: state.toLowerCase() }),
    ...(channel !== null && { channel: channel.toLowerCase() }),
    ...(audience !== null && { to: audience.toLowerCase() }),
    ...(isAwaited && { answer: "awaited" }),
  };
}

export function toNoticeFilter({ state, channel, audience, isAwaited }: NoticeSearch) {
  return {
    ...(state !== null && { states: [state] }),
    ...(channel !== null && { channels: [channel] }),
    ...(audience !== null && { audiences: [audience] }),
    ...(isAwaited && { awaitsAnswer: true }),
  };
}
