import type { Bilingual } from "../../kernel/calendar.ts";
import type { CalendarRefusal } from "./calendar-change.ts";

type Of<C extends CalendarRefusal["code"]> = Extract<CalendarRefusal, { readonly code: C }>;
type Texts = { readonly [C in CalendarRefusal["code"]]: (refusal: Of<C>) => Bilingual };

const texts: Texts = {
  NOT_CORRECTABLE: () => ({
    zh: "这个日历不能更正：它没有节假日，或同时用于多个国家。",
    en: "This calendar takes no corrections: it has no holidays, or it serves several countries at once.",
  }),
  NOTHING_CHANGES: () => ({
    zh: "这一天已经是这样，没有可保存的更改。",
    en: "The day is so already; there is nothing to save.",
  }),
  REASON_MISSING: () => ({
    zh: "请填写依据，例如通知的文号。它会保留在历史记录中。",
    en: "Say what it rests on, such as the number of the notice. It is kept in the history.",
  }),
  YEAR_PUBLISHED: ({ year }) => ({
    zh: `${year} 年的放假安排已在日历中。如有出入，请逐日更正。`,
    en: `The holidays of ${year} are in the calendar already. Where one is wrong, correct that day.`,
  }),
  YEAR_NOT_NEXT: ({ year }) => ({
    zh: `年份须依次登记：请先登记 ${year} 年。`,
    en: `Years are entered in order: enter ${year} first.`,
  }),
  YEAR_WITHOUT_SOURCE: ({ year }) => ({
    zh: `这一天就是按 ${year} 年的通知登记的，没有可撤回的更正。如有出入，请直接更正这一天。`,
    en: `The day is as the paper of ${year} has it, so there is no correction to withdraw. Where it is wrong, set it to what it should be.`,
  }),
  HOLIDAY_BACKWARDS: ({ name }) => ({
    zh: `“${name.zh}”的结束日早于开始日。`,
    en: `${name.en} ends before it begins.`,
  }),
  DAY_OUTSIDE_YEAR: ({ day }) => ({
    zh: `${day} 不在这一年。相邻年份的日期请到那一年逐日更正。`,
    en: `${day} lies outside the year. Set a day of a neighbouring year there, as a correction.`,
  }),
  DAY_TWICE: ({ day }) => ({
    zh: `${day} 出现了两次。连在一起的节日请合并为一项登记。`,
    en: `${day} is named twice. Enter holidays that run together as one.`,
  }),
  WORKED_ON_WEEKDAY: ({ day }) => ({
    zh: `${day} 不是周末，本来就上班。调休上班日应为周六或周日。`,
    en: `${day} is no weekend and is worked anyway. A day worked to make up is a Saturday or Sunday.`,
  }),
  STATUTORY_DAY_MISSING: ({ day }) => ({
    zh: `${day} 是法定节假日，登记的安排中却没有放假。请核对通知。`,
    en: `${day} is off by law, and is not among the days off entered. Check it against the notice.`,
  }),
};

export function calendarRefusalText(refusal: CalendarRefusal): Bilingual {
  const sentence = texts[refusal.code] as (refusal: CalendarRefusal) => Bilingual;
  return sentence(refusal);
}
