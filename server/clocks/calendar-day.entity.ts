import { defineEntity, p } from "@mikro-orm/core";
import type { Day } from "../kernel/day.ts";
import { Calendar } from "./calendar.entity.ts";

/** One day that the desk's administrators have set: otherwise than the calendar's source says, or of a year that it does not have. */
export const CalendarDaySchema = defineEntity({
  name: "CalendarDay",
  tableName: "calendar_day",
  properties: {
    calendar: () => p.manyToOne(Calendar).primary(),
    day: p.text().$type<Day>().primary(),
    working: p.boolean(),
    name: p.text(),
    nameZh: p.text(),
    /** What the year's paper says of it, however it was corrected since; null where no entered paper names it. */
    paperWorking: p.boolean().nullable(),
    paperName: p.text().nullable(),
    paperNameZh: p.text().nullable(),
  },
});

export class CalendarDay extends CalendarDaySchema.class {}
CalendarDaySchema.setClass(CalendarDay);
