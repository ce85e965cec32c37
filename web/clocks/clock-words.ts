import { useTranslation } from "react-i18next";
import { isWindow } from "../graphql/clock-windows.ts";
import type { ClockState, ClockUnit, DayReason } from "../graphql/words.ts";
import { dayOf, dayText, timeText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import type { ClockBarProps, ClockTone } from "../ui/ClockBar.tsx";
import { dueDay, endsWithTheDay, timeLeft, timeOver } from "./time-left.ts";

interface ClockFacts {
  readonly rule: string;
  readonly state: ClockState;
  readonly dueAt: string | null;
  readonly endedAt: string | null;
  readonly fractionLeft: number | null;
  readonly soon: boolean;
  readonly overdue: boolean;
  readonly calendarNotPublished: number | null;
  readonly proof: {
    readonly unit: ClockUnit;
    readonly days: readonly { readonly day: string; readonly number: number | null; readonly why: DayReason | null }[];
  } | null;
}

/** What a clock says at this minute, in the reader's language. How urgent it is was decided by the server. */
export function useClockWords(clock: ClockFacts): Omit<ClockBarProps, "proof"> {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const tone = toneOf(clock);
  const { dueAt } = clock;
  // While it stands still its date moves on with every day.
  const isCounting = tone !== "met" && tone !== "late" && tone !== "paused";
  const isMakeUp = dueAt !== null && clock.proof?.days.at(-1)?.why === "MAKE_UP_WORKDAY";

  function words(): string {
    if (tone === "met") return endedWords();
    if (tone === "paused") return t("clock.paused");
    if (dueAt === null) return t("clock.noDate", { year: clock.calendarNotPublished ?? "" });
    if (tone === "late") {
      const { unit, count } = timeOver(dueAt, now);
      return unit === "days"
        ? t("clock.lateDays", { count })
        : unit === "hours"
          ? t("clock.lateHours", { count })
          : t("clock.lateMinutes", { count });
    }
    const left = timeLeft(dueAt, now, clock.proof);
    switch (left.unit) {
      case "workingDays":
        return t("clock.workingDaysLeft", { count: left.count });
      case "days":
        return t("clock.daysLeft", { count: left.count });
      case "hours":
        return t("clock.hoursLeft", { count: left.count });
      case "minutes":
        return t("clock.minutesLeft", { count: left.count });
      case "hoursAndMinutes":
        return t("clock.hoursAndMinutesLeft", { hours: left.hours, minutes: left.minutes });
    }
  }

  function endedWords(): string {
    if (clock.state === "CANCELLED") return t("clock.cancelled");
    if (isWindow(clock.rule)) return t(clock.state === "MET" ? "clock.windowUsed" : "clock.windowOver");
    return t(clock.state === "MET" ? "clock.met" : "clock.metLate");
  }

  function due(): string | undefined {
    if (dueAt === null || !isCounting) return undefined;
    if (dueDay(dueAt) === dayOf(now)) return t("clock.today", { time: timeText(dueAt, language) });
    const day = dayText(dueDay(dueAt), language, now);
    return endsWithTheDay(dueAt) ? day : t("clock.dayAndTime", { day, time: timeText(dueAt, language) });
  }

  return {
    tone,
    words: words(),
    due: due(),
    mark: isMakeUp && isCounting ? t("clock.makeUp") : undefined,
    share: clock.fractionLeft ?? 0,
  };
}

/** What was done is over, even where it was late, and so is a window's time; `overdue` and `soon` come from the rule. */
function toneOf({ rule, state, endedAt, overdue, soon }: ClockFacts): ClockTone {
  if (endedAt !== null || state === "MET" || state === "CANCELLED" || (overdue && isWindow(rule))) return "met";
  if (state === "PAUSED") return "paused";
  if (overdue) return "late";
  return soon ? "soon" : "calm";
}
