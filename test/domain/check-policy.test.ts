import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPolicy, type PolicyFinding, rowsFitting } from "../../server/policies/domain/check-policy.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { evaluatePolicy, holds } from "../../server/policies/domain/evaluate.ts";
import type { PolicyContent, PolicyRow } from "../../server/policies/domain/policy-content.ts";
import { anyFacts, anyTable, aPolicy, aRow } from "../support/a-policy.ts";

const gapsOf = (content: PolicyContent) => checkPolicy(content).filter((finding) => finding.kind === "GAP");
const kinds = (findings: readonly PolicyFinding[]) => findings.map(({ kind }) => kind);
const fits = ({ when }: PolicyRow, facts: Parameters<typeof holds>[1]) => when.every((test) => holds(test, facts));

describe("every combination of facts", () => {
  test("has exactly one verdict, and it is the same by both roads", () => {
    fc.assert(
      fc.property(anyTable, anyFacts, (rows, facts) => {
        const content = aPolicy(rows);
        expect(rowsFitting(content, facts)).toEqual([evaluatePolicy(content, facts).rowNumber ?? 0]);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe("a gap", () => {
  test("is not in the policy that a new desk starts with, and neither is a row that nothing reaches", () => {
    expect(kinds(checkPolicy(defaultPolicy)).filter((kind) => kind !== "OVERLAP")).toEqual([]);
  });

  test("is found where a row is taken out, with a case that falls through it", () => {
    const silent = defaultPolicy.rows.length - 1;
    const [gap, ...more] = gapsOf(aPolicy(defaultPolicy.rows.slice(0, silent)));
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ example: { merchantAnswer: "SILENT", withinWindow: true, proofPresent: true } });
    expect(gap).toMatchObject({ when: expect.arrayContaining([{ fact: "merchantAnswer", in: ["SILENT"] }]) });
  });

  test("that nobody could look for is no table without one: that it was not reckoned to its end is said", () => {
    const open = aPolicy(defaultPolicy.rows.slice(0, -1));
    expect(kinds(checkPolicy(open, 2))).toContain("TOO_LARGE");
    expect(kinds(checkPolicy(open))).not.toContain("TOO_LARGE");
  });

  test("above an amount is said with the amount", () => {
    const content = aPolicy([aRow({ when: [{ fact: "amount", atMost: { CNY: 500_000 } }], outcome: "APPROVE" })]);
    expect(gapsOf(content)).toMatchObject([
      { when: [{ fact: "amount", above: { CNY: 500_000 } }], example: { amountMinor: 500_001, currency: "CNY" } },
    ]);
  });

  test("is not a case of which something is still awaited", () => {
    const answered = aRow({ when: [{ fact: "merchantAnswer", in: ["CONFIRMED", "CONTESTED", "SILENT"] }] });
    expect(gapsOf(aPolicy([answered]))).toEqual([]);
  });

  test("is closed by the row that it suggests, and its example falls to nobody before", () => {
    fc.assert(
      fc.property(anyTable, (rows) => {
        const content = aPolicy(rows);
        for (const gap of gapsOf(content)) {
          if (gap.kind !== "GAP") continue;
          expect(evaluatePolicy(content, gap.example).rowNumber).toBeNull();
          expect(fits(aRow({ when: gap.when }), gap.example)).toBe(true);
        }
        const closed = aPolicy([...rows, ...gapsOf(content).flatMap((gap) => (gap.kind === "GAP" ? [aRow(gap)] : []))]);
        expect(gapsOf(closed)).toEqual([]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe("a row that nothing reaches", () => {
  test("is named with the rows before it and a case that it would have fitted", () => {
    const content = aPolicy([
      aRow({ when: [{ fact: "amount", atMost: { CNY: 500_000 } }], outcome: "APPROVE" }),
      aRow({ when: [{ fact: "amount", atMost: { CNY: 300_000 } }], outcome: "DECLINE" }),
      aRow(),
    ]);
    expect(checkPolicy(content)).toMatchObject([
      { kind: "UNREACHABLE", row: 2, behind: [1], example: { amountMinor: 300_000 } },
    ]);
  });

  test("may be so by itself", () => {
    const never = aRow({
      when: [
        { fact: "daysSinceSale", atMost: 7 },
        { fact: "daysSinceSale", moreThan: 30 },
      ],
    });
    expect(checkPolicy(aPolicy([never, aRow()]))).toEqual([{ kind: "UNREACHABLE", row: 1, behind: [], example: null }]);
  });

  test("never decides anything, and every other row does", () => {
    fc.assert(
      fc.property(anyTable, fc.array(anyFacts, { minLength: 50, maxLength: 50 }), (rows, cases) => {
        const content = aPolicy(rows);
        const dead = checkPolicy(content).flatMap((finding) => (finding.kind === "UNREACHABLE" ? [finding.row] : []));
        const possible = cases
          .filter((facts) => facts.transactionFound === (facts.daysSinceSale !== null))
          .filter((facts) => facts.transactionFound || !(facts.amountRefundable || facts.withinWindow));
        for (const facts of possible) expect(dead).not.toContain(evaluatePolicy(content, facts).rowNumber);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

describe("rows that cross", () => {
  const late = aRow({
    when: [
      { fact: "daysSinceSale", moreThan: 30 },
      { fact: "proofPresent", is: true },
    ],
    outcome: "DECLINE",
  });
  const small = aRow({
    when: [
      { fact: "amount", atMost: { CNY: 20_000 } },
      { fact: "proofPresent", is: true },
    ],
    outcome: "APPROVE",
  });

  test("and say different things are worth a look, with a case of both", () => {
    expect(checkPolicy(aPolicy([late, small, aRow()]))).toMatchObject([
      { kind: "OVERLAP", row: 2, behind: [1], example: { daysSinceSale: 31, amountMinor: 20_000 } },
    ]);
  });

  test("and say the same, or an exception before its rule, are how tables are written", () => {
    expect(checkPolicy(aPolicy([late, aRow({ ...small, outcome: "DECLINE" }), aRow()]))).toEqual([]);
    const exception = aRow({ when: [...late.when, { fact: "reason", in: ["OTHER"] }], outcome: "APPROVE" });
    expect(checkPolicy(aPolicy([exception, late, aRow()]))).toEqual([]);
  });
});
