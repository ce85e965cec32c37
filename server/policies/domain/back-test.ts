import { evaluatePolicy } from "./evaluate.ts";
import type { PolicyContent, PolicyFacts } from "./policy-content.ts";
import { restateFacts } from "./restate-facts.ts";
import { outcomeOfTrace, type TestOutcome } from "./run-tests.ts";

/** One case of the past, as it was decided. */
export interface PastDecision {
  readonly caseNumber: string;
  readonly facts: PolicyFacts;
  readonly outcome: TestOutcome;
  /** The text that decided it. */
  readonly content: PolicyContent;
}

export interface Flip {
  readonly caseNumber: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly before: TestOutcome;
  readonly after: TestOutcome;
  /** The row of the new text that decides it; null where none does. */
  readonly rowNumber: number | null;
}

export interface BackTest {
  readonly decided: number;
  readonly flips: readonly Flip[];
  /** By currency, what more would go to customers (or less, below nought) without anybody's judgement in between. */
  readonly movedMinor: Readonly<Record<string, number>>;
}

/** Decides the past again by another text: which outcomes flip, and how much money moves with them. */
export function backTest(draft: PolicyContent, past: readonly PastDecision[]): BackTest {
  const flips = past.flatMap(({ caseNumber, facts, outcome, content }): readonly Flip[] => {
    const trace = evaluatePolicy(draft, restateFacts(facts, content, draft));
    const after = outcomeOfTrace(trace);
    const { amountMinor, currency } = facts;
    return after === outcome
      ? []
      : [{ caseNumber, amountMinor, currency, before: outcome, after, rowNumber: trace.rowNumber }];
  });
  const movedMinor: Record<string, number> = {};
  for (const flip of flips) {
    const moved = flip.amountMinor * (Number(pays(flip.after)) - Number(pays(flip.before)));
    if (moved !== 0) movedMinor[flip.currency] = (movedMinor[flip.currency] ?? 0) + moved;
  }
  return { decided: past.length, flips, movedMinor };
}

const pays = (outcome: TestOutcome) => outcome === "APPROVE" || outcome === "APPROVE_AT_ONCE";
