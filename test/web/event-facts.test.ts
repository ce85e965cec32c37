import { describe, expect, test } from "vitest";
import { factsInWords } from "../../web/audit/event-facts.ts";
import { textsIn } from "./support.tsx";

async function told(facts: Readonly<Record<string, string>>, language: "en" | "zh-CN" = "en") {
  const { t } = await textsIn(language);
  return factsInWords(
    Object.entries(facts).map(([name, value]) => ({ name, value })),
    t as Parameters<typeof factsInWords>[1],
  );
}

describe("what an event recorded", () => {
  test("is named and told in words, in either language", async () => {
    const facts = { check: "GOODS_STATE", outcome: "WAIVED", "decision.outcome": "REVIEW", disputeState: "LOST" };
    expect(await told(facts)).toEqual([
      ["Check", "State of the goods"],
      ["Outcome", "Waived"],
      ["Decision: Outcome", "review by a person"],
      ["State of the dispute", expect.not.stringMatching(/LOST/)],
    ]);
    expect((await told(facts, "zh-CN")).slice(0, 2)).toEqual([
      ["核对", "货物状态"],
      ["结果", expect.not.stringMatching(/WAIVED/)],
    ]);
  });

  test("of an amount is one amount, not its two halves", async () => {
    expect(await told({ "refundAmount.minor": "13800", "refundAmount.currency": "CNY", moneyTaken: "false" })).toEqual([
      ["Amount of the refund", expect.stringContaining("138.00")],
      ["The bank has taken the money", "No"],
    ]);
  });

  test("of checks is said by each check's own name, and of several messages by their number", async () => {
    expect(
      await told({
        "checks.WITHIN_WINDOW": "FAILED",
        "messages.0.thread": "CUSTOMER",
        "messages.1.thread": "INTERNAL",
      }),
    ).toEqual([
      ["Within the window", "Failed"],
      ["Message: Thread", "Customer"],
      ["Message: Thread 2", "Internal note"],
    ]);
  });

  test("of what the bank's word changed is told apart: what it was, what was said, what it is", async () => {
    const facts = { "before.reasonCode": "13.1", "said.reasonCode": "13.3", "after.reasonCode": "13.3" };
    for (const language of ["en", "zh-CN"] as const) {
      const names = (await told(facts, language)).map(([name]) => name);
      expect(names.filter((name) => /[:：]/.test(name))).toHaveLength(3);
      expect(names.filter((name) => /\d/.test(name))).toEqual([]);
    }
  });

  test("of a step says which, and when it was at the desk's clocks", async () => {
    const [step, at] = await told({ step: "dispute:REPRESENT", until: "2026-11-29T01:48:33.037Z" });
    expect(step?.[1]).not.toMatch(/dispute:|REPRESENT/);
    expect(at?.[1]).not.toMatch(/T01:48/);
  });

  test("that has no word of its own stands as it was recorded, also where its name is one of every object's", async () => {
    expect(
      await told({ disputeId: "01a2", somethingElse: "X9", constructor: "toString", kind: "constructor" }),
    ).toEqual([
      ["Dispute", "01a2"],
      ["somethingElse", "X9"],
      ["constructor", "toString"],
      ["Kind", "constructor"],
    ]);
  });
});
