import { useTranslation } from "react-i18next";
import type { DayReason } from "../graphql/words.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { useNow } from "../i18n/use-now.ts";

interface ProofDay {
  readonly day: string;
  readonly number: number | null;
  readonly why: DayReason | null;
  readonly name: string | null;
}

interface Run {
  readonly first: string;
  readonly last: string;
  readonly why: DayReason;
  readonly name: string | null;
}

/** More weekends than these are only counted: nobody doubts them, and the strip shows each. */
const mostWeekends = 2;

/** "Thu 1 Oct to Wed 7 Oct (National Day)": the days that a clock passed over, those of one reason together. */
export function useSkippedText(): (days: readonly ProofDay[]) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const listText = useListText();
  const now = useNow();

  function runText({ first, last, why, name }: Run): string {
    const reason = name ?? t(`dayReason.${why}`);
    const day = dayText(first, language, now);
    if (first === last) return t("clock.dayWhyText", { day, why: reason });
    return t("clock.rangeText", { first: day, last: dayText(last, language, now), why: reason });
  }

  return (days) => {
    const runs = runsOf(days);
    const isWeekend = (run: Run) => run.name === null && run.why === "WEEKEND";
    if (runs.filter(isWeekend).length <= mostWeekends) return listText(runs.map(runText));
    const count = days.filter(({ number, why, name }) => number === null && name === null && why === "WEEKEND").length;
    return listText([...runs.filter((run) => !isWeekend(run)).map(runText), t("clock.weekendDaysText", { count })]);
  };
}

function runsOf(days: readonly ProofDay[]): readonly Run[] {
  const runs: Run[] = [];
  let before: ProofDay | null = null;
  for (const each of days) {
    const goesOn = before?.number === null && before.why === each.why && before.name === each.name;
    const last = runs.at(-1);
    if (each.number === null) {
      const why = each.why ?? "WEEKEND";
      if (goesOn && last !== undefined) runs[runs.length - 1] = { ...last, last: each.day };
      else runs.push({ first: each.day, last: each.day, why, name: each.name });
    }
    before = each;
  }
  return runs;
}
