import type { Bilingual } from "../../kernel/calendar.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";

const format = (locale: string, withYear: boolean) =>
  new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(withYear && { year: "numeric" }),
    timeZone: "UTC",
  });
const formats = {
  zh: { plain: format("zh-CN", false), withYear: format("zh-CN", true) },
  en: { plain: format("en-GB", false), withYear: format("en-GB", true) },
};

/** A day as people say it, with its weekday; the year only where it is another one. */
export function dayInWords(day: Day, now: Date): Bilingual {
  return inWords(day, kindOf(day, now));
}

/** A day on paper, which is read in other years too. */
export function dayOnPaper(day: Day): Bilingual {
  return inWords(day, "withYear");
}

function inWords(day: Day, which: "plain" | "withYear"): Bilingual {
  const at = new Date(`${day}T00:00:00Z`);
  return { zh: formats.zh[which].format(at), en: formats.en[which].format(at).replace(",", "") };
}

const short = (locale: string, withYear: boolean) =>
  new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(withYear && { year: "numeric" }),
    timeZone: "UTC",
  });
const shorts = {
  zh: { plain: short("zh-CN", false), withYear: short("zh-CN", true) },
  en: { plain: short("en-GB", false), withYear: short("en-GB", true) },
};

/** A day beside what happened on it, where there is little room; the year only where it is another one. */
export function shortDay(day: Day, now: Date): Bilingual {
  const at = new Date(`${day}T00:00:00Z`);
  const which = kindOf(day, now);
  return { zh: shorts.zh[which].format(at), en: shorts.en[which].format(at).replace("Sept", "Sep") };
}

function kindOf(day: Day, now: Date): "plain" | "withYear" {
  return yearOf(day) === yearOf(deskDay(now)) ? "plain" : "withYear";
}

/** The day that a moment falls on for the customer. */
export function momentInWords(at: Date, now: Date): Bilingual {
  return dayInWords(deskDay(at), now);
}
