import { evaluatePolicy } from "./evaluate.ts";
import type { PolicyContent, PolicyFacts, PolicyTrace } from "./policy-content.ts";

/** What a test expects: the outcome, and for an approval whether anybody's hand is needed. */
export const testOutcomes = ["APPROVE_AT_ONCE", "APPROVE", "DECLINE", "REVIEW"] as const;
export type TestOutcome = (typeof testOutcomes)[number];

export interface TestToRun {
  readonly id: string;
  readonly facts: PolicyFacts;
  readonly expected: TestOutcome;
}

export interface TestRun {
  readonly id: string;
  readonly passed: boolean;
  readonly got: TestOutcome;
  readonly trace: PolicyTrace;
}

export function outcomeOfTrace({ outcome, straightThrough }: PolicyTrace): TestOutcome {
  return outcome === "APPROVE" && straightThrough ? "APPROVE_AT_ONCE" : outcome;
}

/** Decides each of the kept cases by a text, and says which of them come out otherwise than they must. */
export function runTests(content: PolicyContent, tests: readonly TestToRun[]): readonly TestRun[] {
  return tests.map(({ id, facts, expected }) => {
    const trace = evaluatePolicy(content, facts);
    const got = outcomeOfTrace(trace);
    return { id, passed: got === expected, got, trace };
  });
}
