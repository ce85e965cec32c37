import type { House } from "../../request-context.ts";
import type { WriteReminders } from "./remind.ts";

/** Puts reminders into the outbox. Whether a day lies ahead or behind, the words are the same; each thing is told once. */
export function tellReminders(house: House): WriteReminders {
  return async (db, reminders) => {
    for (const { kind, recordId, staffId, course, on } of reminders) {
      await house.writeNotice(db, house, {
        kind: "TRAINING_DUE",
        reader: { staffId },
        fields: { course: course.title, dueOn: on },
        link: { path: `/learn/${course.code}` },
        writeKey: `training ${kind} ${recordId}`,
      });
    }
  };
}
