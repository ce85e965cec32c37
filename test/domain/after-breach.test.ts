import { expect, test } from "vitest";
import { moveAfterBreach, rulesWithConsequence } from "../../server/cases/domain/after-breach.ts";
import { caseClocks } from "../../server/cases/domain/case-clocks.ts";
import { windowRules } from "../../server/cases/domain/clock-plan.ts";
import { clockRules } from "../../server/clocks/domain/rules.ts";

test("whatever the table says follows from a clock, the desk knows how to do", () => {
  for (const { id } of clockRules) expect(moveAfterBreach(id) !== null).toBe(rulesWithConsequence.includes(id));
  const named = caseClocks.filter(({ onBreach }) => onBreach !== null).map(({ rule }) => rule);
  expect(rulesWithConsequence).toEqual(expect.arrayContaining(named));
});

test("what follows is told to the customer in both languages, and sends them to nobody who may have decided", () => {
  const move = moveAfterBreach("appeal-window");
  const reason = move?.action === "CLOSE" && move.input.reason;
  expect(reason).toMatch(/申诉期限已过[\s\S]*The time to contest is over/);
  expect(reason).not.toMatch(/12315|银行|bank/);
});

test("a window that simply ends has no consequence, and is no deadline of anybody's", () => {
  expect(windowRules).toEqual(["reopen-window"]);
  expect(windowRules.some((rule) => rulesWithConsequence.includes(rule))).toBe(false);
});
