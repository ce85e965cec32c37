import { describe, expect, test } from "vitest";
import { hotelsText, landianText, secondText, thirdText, wordingText } from "../../server/demo/texts/policy-texts.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";

describe("what the demo's policies tell customers", () => {
  const first = secondText.content(wordingText.content(defaultPolicy));
  test.each([
    ["everyone, first", first],
    ["everyone, now", thirdText.content(first)],
    ["hotels", hotelsText.content(first)],
    ["hotels, from the present text", hotelsText.content(thirdText.content(first))],
    ["one shop", landianText.content(first)],
  ])("of the days that they have is what decides: %s", (_of, { windowDays, windowDaysByReason, publicText }) => {
    const decides = [...new Set([windowDays, ...Object.values(windowDaysByReason)])].sort((a, b) => a - b);
    const told = (text: string, days: RegExp) =>
      [...new Set([...text.matchAll(days)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
    expect(told(publicText.zh, /交易后 (\d+) 天内申请/g)).toEqual(decides);
    expect(told(publicText.en, /you have (\d+) days(?! to contest)/gi)).toEqual(decides);
  });
});
