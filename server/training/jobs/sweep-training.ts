import type { House } from "../../request-context.ts";
import { applyRules } from "../actions/apply-rules.ts";
import { remind, type WriteReminders } from "../actions/remind.ts";

/** Lets time do its work: rules assign, and people are reminded. Done again it does nothing more. */
export async function sweepTraining(house: House, write: WriteReminders): Promise<void> {
  const assigned = await applyRules(house.db, house);
  const reminders = await remind(house, write);
  if (assigned + reminders.length > 0) house.log.info({ assigned, reminded: reminders.length }, "training: swept");
}
