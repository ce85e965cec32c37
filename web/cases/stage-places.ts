import type { CaseOrigin, CaseStage } from "../graphql/words.ts";

export type StagePlace = "now" | "done" | "ahead";

/** What is known of where a matter has been: in which stage it is, how it began, and whether a bank or an agency had it. */
export interface Way {
  readonly stage: CaseStage;
  readonly origin: CaseOrigin;
  readonly wasAtBank: boolean;
  readonly wasAtAgency: boolean;
}

/** A stage has been passed only where the matter was in it: it may go to the agency past the bank, and come back from both. */
export function placeOfStage(of: CaseStage, { stage, origin, wasAtBank, wasAtAgency }: Way): StagePlace {
  if (of === stage) return "now";
  const passed: Record<CaseStage, boolean> = {
    REQUEST: true,
    // What the bank began is with the bank until it gives it back.
    VERIFICATION: stage !== "REQUEST" && !(origin === "BANK" && stage === "BANK"),
    BANK: wasAtBank,
    CONSUMER_PROTECTION: wasAtAgency,
  };
  return passed[of] ? "done" : "ahead";
}
