import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadCases } from "../../server/desk/domain/spread-cases.ts";

const cases = (count: number) => Array.from({ length: count }, (_, at) => ({ caseId: `c${at}` }));

test("work goes to whoever has least, the most urgent first", () => {
  const takers = [
    { staffId: "busy", open: 5 },
    { staffId: "free", open: 0 },
    { staffId: "some", open: 1 },
  ];
  expect(spreadCases(cases(4), takers).map(({ staffId }) => staffId)).toEqual(["free", "free", "some", "free"]);
});

test("nobody to take it: nothing is planned", () => {
  expect(spreadCases(cases(3), [])).toEqual([]);
});

test("every case goes to one person, and those who took some end within one of each other", () => {
  const taker = fc.nat({ max: 30 });
  fc.assert(
    fc.property(fc.nat({ max: 100 }), fc.array(taker, { minLength: 1, maxLength: 8 }), (count, loads) => {
      const takers = loads.map((open, at) => ({ staffId: `s${at}`, open }));
      const plan = spreadCases(cases(count), takers);
      expect(plan.map(({ caseId }) => caseId)).toEqual(cases(count).map(({ caseId }) => caseId));
      const after = takers.map(({ staffId, open }) => ({
        took: plan.some((one) => one.staffId === staffId),
        open: open + plan.filter((one) => one.staffId === staffId).length,
      }));
      const ends = after.filter(({ took }) => took).map(({ open }) => open);
      if (ends.length > 0)
        expect(Math.max(...ends) - Math.min(...after.map(({ open }) => open))).toBeLessThanOrEqual(1);
    }),
  );
});
