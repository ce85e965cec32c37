import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import { rolesThatMay } from "../../staff/queries/find-staff.ts";
import type { ReminderKind } from "../domain/words.ts";
import type { Reminder, WriteReminders } from "./remind.ts";

const notices = {
  DUE_SOON: "TRAINING_DUE",
  LAPSING: "TRAINING_DUE",
  OVERDUE: "TRAINING_OVERDUE",
  LAPSED: "TRAINING_LAPSED",
} as const satisfies Readonly<Record<ReminderKind, string>>;

/** Puts reminders into the outbox, each once; of what is overdue whoever leads the desk hears too, by name, once a course and day that it was due. */
export function tellReminders(house: House): WriteReminders {
  return async (db, reminders) => {
    for (const { kind, recordId, staffId, course, on } of reminders) {
      await house.writeNotice(db, house, {
        kind: notices[kind],
        reader: { staffId },
        fields: { course: course.title, ...(kind !== "LAPSED" && { dueOn: on }) },
        link: { path: `/learn/${course.code}` },
        writeKey: `training ${kind} ${recordId} ${on}`,
      });
    }
    const overdue = reminders.filter(({ kind }) => kind === "OVERDUE");
    if (overdue.length > 0) await tellSupervisors(house, db, overdue);
  };
}

async function tellSupervisors(house: House, db: Db, overdue: readonly Reminder[]): Promise<void> {
  const leads = db
    .selectFrom("staff")
    .select("id")
    .where("role", "in", rolesThatMay(db, ["desk.lead"]))
    .where("active", "=", true);
  for (const { id } of await leads.orderBy("id").execute()) {
    const others = overdue.filter(({ staffId }) => staffId !== id);
    for (const [first, ...more] of Map.groupBy(others, ({ course, on }) => `${course.code} ${on}`).values()) {
      if (first === undefined) continue;
      await house.writeNotice(db, house, {
        kind: "TEAM_TRAINING_OVERDUE",
        reader: { staffId: id },
        fields: {
          course: first.course.title,
          dueOn: first.on,
          colleagueIds: [first, ...more].map(({ staffId }) => staffId),
        },
        link: { path: "/training/matrix" },
        // Each record is reminded of once, so that whoever is late later the same day is told of too.
        writeKey: `training overdue ${first.recordId} ${first.on}`,
      });
    }
  }
}
