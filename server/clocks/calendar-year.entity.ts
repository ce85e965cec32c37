import { defineEntity, p } from "@mikro-orm/core";
import { Calendar } from "./calendar.entity.ts";

/** A year that the calendar's source does not have, and whose paper the desk's administrators have entered as days. */
export const CalendarYearSchema = defineEntity({
  name: "CalendarYear",
  tableName: "calendar_year",
  properties: {
    calendar: () => p.manyToOne(Calendar).primary(),
    year: p.integer().primary(),
  },
});

export class CalendarYear extends CalendarYearSchema.class {}
CalendarYearSchema.setClass(CalendarYear);
