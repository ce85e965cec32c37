import type { MeasureName } from "../domain/words.ts";
import { clocksAtRisk } from "./clocks-at-risk.ts";
import { disputeRatio } from "./dispute-ratio.ts";
import { lateArrival } from "./late-arrival.ts";
import type { MeasureQuery } from "./measure-question.ts";
import { moneyInFlight } from "./money-in-flight.ts";
import { openAge } from "./open-age.ts";
import { refusals } from "./refusals.ts";
import { reversals } from "./reversals.ts";
import { timeToMoney } from "./time-to-money.ts";
import { countBy } from "./volumes.ts";

/** One statement a measure, whatever is asked. */
export const measureQueries: Readonly<Record<MeasureName, MeasureQuery>> = {
  OPENED: countBy("opened_at"),
  CLOSED: countBy("closed_at"),
  OPEN_AGE: openAge,
  CLOCKS_AT_RISK: clocksAtRisk,
  MONEY_IN_FLIGHT: moneyInFlight,
  TIME_TO_MONEY: timeToMoney,
  LATE_ARRIVAL: lateArrival,
  REFUSALS: refusals,
  REVERSALS: reversals,
  DISPUTE_RATIO: disputeRatio,
};
