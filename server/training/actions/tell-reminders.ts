import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import type { ReminderKind } from "../domain/words.ts";
import type { Reminder, WriteReminders } from "./remind.ts";

const notices = {
  DUE_SOON: "TRAINING_DUE",
  LAPSING: "TRAINING_DUE",
  OVERDUE: "TRAINING_OVERDUE",
  LAPSED: "TRAINING_LAPSED",
} as const satisfies Readonly<Record<ReminderKind, string>>;

/** Puts reminders into the outbox, each once; of what is overdue the supervisors hear too, once a course and day. */
export function tellReminders(house: House): WriteReminders {
  return async (db, reminders) => {
    for (const { kind, recordId, staffId, course, on } of reminders) {
      await house.writeNotice(db, house, {
        kind: notices[kind],
        reader: { staffId },
        fields: { course: course.title, ...(kind !== "LAPSED" && { dueOn: on }) },
        link: { path: `/learn/${course.code}` },
        writeKey: `training ${kind} ${recordId}`,
      });
    }
    const overdue = reminders.filter(({ kind }) => kind === "OVERDUE");
    if (overdue.length > 0) await tellSupervisors(house, db, overdue);
  };
}

async function tellSupervisors(house: House, db: Db, overdue: readonly Reminder[]): Promise<void> {
  const leads = db.selectFrom("staff").select("id").where("role", "=", "SUPERVISOR").where("active", "=", true);
  const today = deskDay(house.clock.now());
  for (const { id } of await leads.orderBy("id").execute()) {
    for (const { course, on } of overdue.filter(({ staffId }) => staffId !== id)) {
      await house.writeNotice(db, house, {
        kind: "TEAM_TRAINING_OVERDUE",
        reader: { staffId: id },
        fields: { course: course.title, dueOn: on },
        link: { path: "/training/matrix" },
        writeKey: `training overdue ${course.code} ${today}`,
      });
    }
  }
}
