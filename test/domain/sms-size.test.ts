import { describe, expect, test } from "vitest";
import { smsSize } from "../../server/notices/domain/sms-size.ts";

describe("a short message is counted", () => {
  test.each([
    ["nothing at all", "", { characters: 0, parts: 0, isWide: false }],
    ["160 plain characters, in one part", "a".repeat(160), { characters: 160, parts: 1, isWide: false }],
    ["161 of them, in two", "a".repeat(161), { characters: 161, parts: 2, isWide: false }],
    ["a sign that takes two places", "€", { characters: 2, parts: 1, isWide: false }],
    ["70 Chinese characters, in one part", "退".repeat(70), { characters: 70, parts: 1, isWide: true }],
    ["71 of them, in two", "退".repeat(71), { characters: 71, parts: 2, isWide: true }],
    [
      "one sign outside the plain alphabet, which makes all of it wide",
      `${"a".repeat(69)}“”`,
      { characters: 71, parts: 2, isWide: true },
    ],
  ])("%s", (_what, text, size) => {
    expect(smsSize(text)).toEqual(size);
  });
});
