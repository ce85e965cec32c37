import type { NoticeAttemptAnswer, NoticeState } from "./words.ts";

/** Minutes to wait after the first try, the second, and so on; after the last there is none. About two days in all. */
const waits = [0.5, 2, 8, 30, 120, 360, 720, 1440] as const;
export const mostTries = waits.length + 1;

/** What becomes of a notice after a try. */
export type Fate =
  | { readonly state: Exclude<NoticeState, "WAITING"> }
  | { readonly state: "WAITING"; readonly nextTryAt: Date };

/** Answers that another try will not change. */
const ends: Readonly<Partial<Record<NoticeAttemptAnswer, Exclude<NoticeState, "WAITING">>>> = {
  DELIVERED: "DELIVERED",
  REFUSED: "DEAD",
  NOT_ALLOWED: "DEAD",
  NOT_SET_UP: "SUPPRESSED",
};

/** `tries` counts the one that just ended; `spread`, from 0 to 1, keeps many that failed together from coming back together. */
export function fateAfter(answer: NoticeAttemptAnswer, tries: number, now: Date, spread: number): Fate {
  const state = ends[answer];
  if (state !== undefined) return { state };
  const minutes = waits[tries - 1];
  if (minutes === undefined) return { state: "DEAD" };
  return { state: "WAITING", nextTryAt: new Date(now.getTime() + minutes * 60_000 * (1 + spread / 4)) };
}
