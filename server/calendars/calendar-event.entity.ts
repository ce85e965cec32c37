import { defineEntity, p } from "@mikro-orm/core";
import { Calendar } from "../clocks/calendar.entity.ts";
import type { Day } from "../kernel/day.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { CalendarEventKind } from "./domain/calendar-change.ts";

/** One day corrected or one year entered, by whom and why, and what it did to running clocks; it is only ever added to. */
export const CalendarEventSchema = defineEntity({
  name: "CalendarEvent",
  tableName: "calendar_event",
  properties: {
    id: p.uuid().primary(),
    calendar: () => p.manyToOne(Calendar),
    /** The first of a year that was entered. */
    day: p.text().$type<Day>(),
    kind: p.text().$type<CalendarEventKind>(),
    /** Null where the day goes by the calendar's source again, and of a year. */
    working: p.boolean().nullable(),
    name: p.text().nullable(),
    nameZh: p.text().nullable(),
    reason: p.text(),
    /** How many running clocks came to end later. */
    later: p.integer(),
    /** How many would have ended earlier, and keep what was promised. */
    kept: p.integer(),
    actor: () => p.manyToOne(Staff),
    at: p.datetime(3),
  },
});

export class CalendarEvent extends CalendarEventSchema.class {}
CalendarEventSchema.setClass(CalendarEvent);
