import type { House } from "../../request-context.ts";
import { applyRules } from "../actions/apply-rules.ts";
import { remind } from "../actions/remind.ts";
import { tellAssigned } from "../actions/tell-assigned.ts";
import { tellReminders } from "../actions/tell-reminders.ts";

/** Lets time do its work: rules assign, and people are reminded. Done again it does nothing more. */
export async function sweepTraining(house: House): Promise<void> {
  const assigned = await applyRules(house.db, { ...house, tell: tellAssigned(house) });
  const reminders = await remind(house, tellReminders(house));
  if (assigned + reminders.length > 0)
    house.log.info({ counts: { assigned, reminded: reminders.length } }, "training: swept");
}
