import { describe, expect, test } from "vitest";
import { holdingsOf } from "../../server/desk/domain/holdings.ts";
import { later } from "../support/a-case.ts";

const given = (staffId: string | null, days: number) => ({ staffId, at: later(days) });
const held = (staffId: string | null, from: number, until: number) => ({
  ...{ staffId, from: later(from), until: later(until) },
});

describe("who had a case while a clock ran", () => {
  test.each([
    ["nobody, to whom it was never given", [], [held(null, 0, 5)]],
    ["whoever had it before the clock started", [given("a", -2), given("b", -1)], [held("b", 0, 5)]],
    [
      "one after the other",
      [given("a", -1), given("b", 2), given(null, 4)],
      [held("a", 0, 2), held("b", 2, 4), held(null, 4, 5)],
    ],
    ["nobody at first", [given("a", 3)], [held(null, 0, 3), held("a", 3, 5)]],
    ["the same person, to whom it was given twice", [given("a", -1), given("a", 2)], [held("a", 0, 5)]],
    [
      "nobody to whom it came only when the time was over",
      [given("a", 1), given("b", 5), given("c", 6)],
      [held(null, 0, 1), held("a", 1, 5)],
    ],
  ] as const)("is %s", (_who, handOvers, holdings) => {
    expect(holdingsOf(handOvers, later(0), later(5))).toEqual(holdings);
  });
});
