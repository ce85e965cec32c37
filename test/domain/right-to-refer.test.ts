import { expect, test } from "vitest";
import { rightsWords } from "../../server/desk/domain/right-to-refer.ts";

test.each([
  ["a refusal within its window", "DECLINED", true, /contest it in time.*agency.*your card's bank/],
  ["a refusal whose window is past", "DECLINED", false, /^(?!.*contest).*agency.*your card's bank/],
  [
    "a payment that the bank let stand",
    "DEFENDED",
    false,
    /^(?!.*contest)(?!.*our answer).*your bank's decision.*agency/,
  ],
] as const)("of %s only what is still open is offered", (_what, outcome, mayContest, words) => {
  expect(rightsWords(outcome, mayContest).en).toMatch(words);
});
