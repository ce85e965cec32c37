import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarId } from "../kernel/calendars.ts";

/** A named calendar; its days come with the software, and what a desk knows better or sooner stands in `calendar_day` and `calendar_year`. */
export const CalendarSchema = defineEntity({
  name: "Calendar",
  tableName: "calendar",
  properties: {
    id: p.text().$type<CalendarId>().primary(),
    version: p.integer().default(1),
  },
});

export class Calendar extends CalendarSchema.class {}
CalendarSchema.setClass(Calendar);
