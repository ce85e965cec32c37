import { deskDay } from "../../kernel/desk-day.ts";
import type { House } from "../../request-context.ts";
import { applyRules } from "../actions/apply-rules.ts";
import { remind } from "../actions/remind.ts";
import { shelveMissed } from "../actions/shelve-missed.ts";
import { tellAssigned } from "../actions/tell-assigned.ts";
import { tellReminders } from "../actions/tell-reminders.ts";

/** Lets time do its work: what was missed makes room, rules assign, and people are reminded. Done again it does nothing more. */
export async function sweepTraining(house: House): Promise<void> {
  await shelveMissed(house.db, deskDay(house.clock.now()), null);
  const assigned = await applyRules(house.db, { ...house, tell: tellAssigned(house) });
  const reminders = await remind(house, tellReminders(house));
  if (assigned + reminders.length > 0)
    house.log.info({ counts: { assigned, reminded: reminders.length } }, "training: swept");
}
