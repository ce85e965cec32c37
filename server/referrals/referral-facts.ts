import { sql } from "kysely";
import type { FactSource } from "../cases/case-features.ts";
import { isOneOf } from "../platform/one-of.ts";
import { openReferralSteps } from "./domain/referral-machine.ts";
import { referralStates } from "./domain/words.ts";

/** Which steps the open complaint of a case has now. */
export const referralFacts: FactSource = {
  name: "referral",
  json: sql`(select to_jsonb(referral.state) from referral where referral.case_id = cases.id and referral.ended_at is null order by referral.lodged_at desc limit 1)`,
  read: (state) =>
    typeof state === "string" && isOneOf(referralStates, state) ? { openSteps: openReferralSteps(state) } : {},
};
