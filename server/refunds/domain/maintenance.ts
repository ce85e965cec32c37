import type { Bilingual } from "../../kernel/calendar.ts";
import { maskCardNumbers } from "../../kernel/card-text.ts";
import { cleanText } from "../../kernel/clean-text.ts";

/** PLANNED ones can still be cancelled, RUNNING ones ended; the other two are history. */
export const maintenanceStates = ["PLANNED", "RUNNING", "ENDED", "CANCELLED"] as const;
export type MaintenanceState = (typeof maintenanceStates)[number];

export const maintenanceEventKinds = ["PLANNED", "CANCELLED", "ENDED_EARLY"] as const;
export type MaintenanceEventKind = (typeof maintenanceEventKinds)[number];

export const longestReason = 200;
export const longestDays = 7;
const dayMs = 86_400_000;

export type MaintenanceRefusal =
  | "PROVIDER_UNKNOWN"
  | "ENDS_BEFORE_IT_BEGINS"
  | "OVER_ALREADY"
  | "TOO_LONG"
  | "REASON_UNFIT"
  | "OVERLAPS";

export interface MaintenancePlan {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: Bilingual;
}

/** A window holds its first moment, and no longer its last. */
export function maintenanceStateOf(
  window: { readonly startsAt: Date; readonly endsAt: Date; readonly isCancelled: boolean },
  now: Date,
): MaintenanceState {
  if (window.isCancelled) return "CANCELLED";
  if (now >= window.endsAt) return "ENDED";
  return now >= window.startsAt ? "RUNNING" : "PLANNED";
}

/** A reason as it may be stored; null where it is empty or too long. */
export function keptReason(text: string): string | null {
  const cleaned = cleanText(text, longestReason);
  return cleaned.ok ? maskCardNumbers(cleaned.value) : null;
}

/** Everything against a plan that can be seen without looking at other windows. */
export function judgePlan({ startsAt, endsAt, reason }: MaintenancePlan, now: Date): readonly MaintenanceRefusal[] {
  return [
    ...(endsAt <= startsAt ? (["ENDS_BEFORE_IT_BEGINS"] as const) : []),
    ...(endsAt <= now ? (["OVER_ALREADY"] as const) : []),
    ...(endsAt.getTime() - startsAt.getTime() > longestDays * dayMs ? (["TOO_LONG"] as const) : []),
    ...(keptReason(reason.zh) !== null && keptReason(reason.en) !== null ? [] : (["REASON_UNFIT"] as const)),
  ];
}
