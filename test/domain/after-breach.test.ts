import { expect, test } from "vitest";
import { moveAfterBreach, rulesWithConsequence } from "../../server/cases/domain/after-breach.ts";
import { caseClocks } from "../../server/cases/domain/case-clocks.ts";
import { windowRules } from "../../server/cases/domain/clock-plan.ts";
import { clockRules } from "../../server/clocks/domain/rules.ts";

test("whatever the table says follows from a clock, the desk knows how to do", () => {
  for (const { id } of clockRules) expect(moveAfterBreach(id, "en") !== null).toBe(rulesWithConsequence.includes(id));
  const named = caseClocks.filter(({ onBreach }) => onBreach !== null).map(({ rule }) => rule);
  expect(rulesWithConsequence).toEqual(expect.arrayContaining(named));
});

test.each([
  ["zh-CN", /^申诉期限已过[^a-z]*$/],
  ["en", /^The time to contest is over[ -~]*$/],
] as const)(
  "what follows is told to the customer in %s alone, and sends them to nobody who may have decided",
  (locale, words) => {
    const move = moveAfterBreach("appeal-window", locale);
    const reason = move?.action === "CLOSE" && move.input.reason;
    expect(reason).toMatch(words);
    expect(reason).not.toMatch(/12315|银行|bank/);
  },
);

test("a window that simply ends has no consequence, and is no deadline of anybody's", () => {
  expect(windowRules).toEqual(["reopen-window"]);
  expect(windowRules.some((rule) => rulesWithConsequence.includes(rule))).toBe(false);
});
