import { describe, expect, test } from "vitest";
import { findClockRule } from "../../server/clocks/domain/rules.ts";
import { evidenceFor } from "../../server/disputes/domain/evidence-needed.ts";
import {
  answerClockOf,
  caseReasonOf,
  disputeReasonOf,
  filingClockOf,
  findReasonCode,
  rulePacks,
  workflowOf,
} from "../../server/disputes/domain/packs.ts";
import { day } from "../../server/kernel/day.ts";
import { cardNetworks } from "../../server/transactions/domain/words.ts";

const codes = rulePacks.flatMap((pack) =>
  pack.codes.map((code) => ({ name: `${pack.network} ${code.code}`, pack, code })),
);

describe("the networks' rules", () => {
  test.each(codes)(
    "$name has a meaning in both languages, evidence to bring and a reason in the desk's words",
    ({ code }) => {
      expect(code.zh).not.toBe("");
      expect(code.en).not.toBe("");
      expect(evidenceFor[code.reason].some(({ need }) => need === "MUST")).toBe(true);
      expect(caseReasonOf[code.reason]).toBeDefined();
      expect(code.filing.days).toBeGreaterThan(0);
    },
  );

  test.each(rulePacks)("$network has every code once", ({ codes: own }) => {
    expect(new Set(own.map(({ code }) => code)).size).toBe(own.length);
  });

  test.each(cardNetworks)("the clock by which %s is answered is a rule of the desk", (network) => {
    expect(findClockRule(answerClockOf(network), day("2026-10-01"))).not.toBeNull();
  });

  test.each(rulePacks)("$network gives as long to answer as the clock says", ({ answer, answerClock }) => {
    expect(findClockRule(answerClock, day("2026-10-01"))?.length).toBe(answer.days);
  });

  test.each(rulePacks.filter(({ codes: own }) => own.some(({ workflow }) => workflow === "ALLOCATION")))(
    "$network, where the desk files for arbitration, leaves it as long as the clock says",
    ({ network, arbitrationFiling }) => {
      expect(findClockRule(filingClockOf(network), day("2026-10-01"))?.length).toBe(arbitrationFiling.days);
    },
  );

  test("Visa's list is whole: four families, fraud and authorisation allocated, the rest answered", () => {
    const visa = rulePacks.find(({ network }) => network === "VISA");
    const families = Object.groupBy(visa?.codes ?? [], ({ code }) => code.slice(0, 2));
    expect(Object.entries(families).map(([family, own]) => [family, own?.length])).toEqual([
      ["10", 5],
      ["11", 3],
      ["12", 9],
      ["13", 9],
    ]);
    for (const { code, workflow } of visa?.codes ?? []) {
      expect(workflow).toBe(/^1[01]\./.test(code) ? "ALLOCATION" : "COLLABORATION");
    }
  });

  test("what nobody has read in the network's text is marked", () => {
    expect(findReasonCode("AMEX", "C08")?.confirmed).toBe(false);
    expect(findReasonCode("MASTERCARD", "4855")?.confirmed).toBe(false);
    expect(findReasonCode("VISA", "13.1")?.confirmed).toBe(true);
    expect(rulePacks.find(({ network }) => network === "UNIONPAY")?.answer.confirmed).toBe(false);
  });

  test("a code that we do not know never shuts the desk out of answering", () => {
    expect(disputeReasonOf("VISA", "99.9")).toBe("OTHER");
    expect(workflowOf("OTHER", "anything")).toBe("COLLABORATION");
    expect(answerClockOf("OTHER")).toBe("dispute-answer");
  });
});
