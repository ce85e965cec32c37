import { expect, test } from "vitest";
import { placeOfStage, type Way } from "../../web/cases/stage-places.ts";
import type { CaseStage } from "../../web/graphql/words.ts";

const stages = ["REQUEST", "VERIFICATION", "BANK", "CONSUMER_PROTECTION"] as const satisfies readonly CaseStage[];
const never: Omit<Way, "stage"> = { origin: "CUSTOMER", wasAtBank: false, wasAtAgency: false };

test.each([
  ["has just been asked", { stage: "REQUEST" }, ["now", "ahead", "ahead", "ahead"]],
  ["is at the bank", { stage: "BANK", wasAtBank: true }, ["done", "done", "now", "ahead"]],
  [
    "went to the agency past the bank",
    { stage: "CONSUMER_PROTECTION", wasAtAgency: true },
    ["done", "done", "ahead", "now"],
  ],
  [
    "went to the agency after the bank",
    { stage: "CONSUMER_PROTECTION", wasAtBank: true, wasAtAgency: true },
    ["done", "done", "done", "now"],
  ],
  ["came back from the bank", { stage: "VERIFICATION", wasAtBank: true }, ["done", "now", "done", "ahead"]],
  ["was begun by the bank", { stage: "BANK", origin: "BANK", wasAtBank: true }, ["done", "ahead", "now", "ahead"]],
] as const)("a matter that %s has passed the stages it was in, and no other", (_what, change, places) => {
  expect(stages.map((stage) => placeOfStage(stage, { ...never, ...change }))).toEqual(places);
});
