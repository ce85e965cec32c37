import { useTranslation } from "react-i18next";
import type { DayReason } from "../graphql/words.ts";
import { dayText, deskTime } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import type { StripDay } from "../ui/DayStrip.tsx";

interface Proof {
  readonly startDay: string;
  readonly days: readonly {
    readonly day: string;
    readonly number: number | null;
    readonly why: DayReason | null;
    readonly name: string | null;
  }[];
}

/** More days than this say nothing to the eye; the facts above them still do. */
const mostDays = 45;

/** The proof's days as the strip draws them, day 0 first. */
export function useStripDays(proof: Proof | null, today: string): readonly StripDay[] {
  const { t } = useTranslation();
  const language = useLanguage();
  if (proof === null || proof.days.length === 0 || proof.days.length > mostDays) return [];
  const named = (day: string) => dayText(day, language, deskTime(today, "12:00"));
  const label = (day: string) => String(Number(day.slice(8)));

  const start: StripDay = {
    date: proof.startDay,
    label: label(proof.startDay),
    role: "start",
    number: 0,
    today: proof.startDay === today,
    title: t("clock.dayStart", { day: named(proof.startDay) }),
  };
  return [
    start,
    ...proof.days.map(({ day, number, why, name }): StripDay => {
      const common = { date: day, label: label(day), number, today: day === today };
      if (number === null) {
        return {
          ...common,
          role: "skipped",
          title: t("clock.daySkipped", { day: named(day), why: name ?? t(`dayReason.${why ?? "WEEKEND"}`) }),
        };
      }
      return why === "MAKE_UP_WORKDAY"
        ? { ...common, role: "makeUp", title: t("clock.dayMakeUp", { day: named(day), number }) }
        : { ...common, role: "counted", title: t("clock.dayCounted", { day: named(day), number }) };
    }),
  ];
}
