import { forgetTickets } from "../../evidence/actions/issue-ticket.ts";
import type { JobHandlers } from "../../platform/jobs/work-queue.ts";
import type { House } from "../../request-context.ts";
import { foldCaseCounts } from "../actions/fold-case-counts.ts";
import { forgetKeys } from "../actions/forget-keys.ts";
import { findPayments } from "./find-payments.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import { sweepSnoozes } from "./sweep-snoozes.ts";
import { sweepTriages } from "./sweep-triages.ts";
import { triageCase } from "./triage-case.ts";

/** What the desk does about cases by itself. */
export const caseJobs = {
  "triage-case": (house, { caseId }) => triageCase(house, caseId),
  "sweep-snoozes": async (house, _data, signal) => {
    await sweepSnoozes(house, signal);
  },
  "sweep-clocks": async (house, _data, signal) => {
    await sweepClocks(house, signal);
  },
  "find-payments": async (house, _data, signal) => {
    await findPayments(house, signal);
  },
  "sweep-triages": async (house) => {
    await sweepTriages(house);
  },
  "forget-keys": async (house) => {
    await forgetKeys(house);
    await forgetTickets(house);
  },
  "fold-case-counts": ({ db }) => foldCaseCounts(db),
} satisfies JobHandlers<House>;
