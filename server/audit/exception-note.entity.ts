import { defineEntity, p } from "@mikro-orm/core";
import { CaseEvent } from "../cases/case-event.entity.ts";
import { Staff } from "../staff/staff.entity.ts";
import type { Disposition } from "./domain/exceptions.ts";

/** What compliance said of an exception. Never changed: who thinks again writes the next one, and the last one counts. */
export const ExceptionNoteSchema = defineEntity({
  name: "ExceptionNote",
  tableName: "exception_note",
  uniques: [{ properties: ["event", "number"] }],
  properties: {
    id: p.uuid().primary(),
    event: () => p.manyToOne(CaseEvent),
    /** Counts the notes of one exception, so that of two at once one is told. */
    number: p.integer(),
    disposition: p.text().$type<Disposition>(),
    note: p.text(),
    by: () => p.manyToOne(Staff),
    at: p.datetime(3),
  },
});

export class ExceptionNote extends ExceptionNoteSchema.class {}
ExceptionNoteSchema.setClass(ExceptionNote);
