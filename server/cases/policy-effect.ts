import { judgeCase } from "./actions/judge-case.ts";
import type { Effect, EffectStep } from "./case-features.ts";
import { caseChange } from "./domain/case-change.ts";
import type { CaseFacts } from "./domain/case-facts.ts";
import type { CaseState } from "./domain/words.ts";

/** Where the request is still to be decided. Later the decision has been taken on the facts of then, and the case's own refund weighs on the sale. */
const undecided: ReadonlySet<CaseState> = new Set(["NEW", "AWAITING_CUSTOMER", "VERIFYING", "DECLINED", "NEGOTIATING"]);

/** Where a straight-through approval can go on by itself. */
const triaged: ReadonlySet<CaseState> = new Set(["NEW", "VERIFYING"]);

/** Asks the checks and the policy again, after whatever the move has brought. */
export const evaluatePolicy: Effect = async (step) => {
  if (!undecided.has(step.to)) return [];
  const { ctx, db, facts } = step;
  const { data, straightThrough } = await judgeCase(db, {
    caseId: facts.caseId,
    at: facts.now,
    merchantAnswer: answerAfter(step),
  });
  step.record(data);
  if (straightThrough && triaged.has(step.to)) {
    step.patch({ triage_asked_at: facts.now });
    await ctx.jobs.enqueue(db, "triage-case", { caseId: facts.caseId }, { key: facts.caseId });
  }
  return [];
};

/** The case's row is written after its effects, so the answer that this very move brings is not there yet. */
function answerAfter({ facts, move, to, ctx }: EffectStep): CaseFacts["merchantAnswer"] {
  return caseChange(facts, move, { to, outcome: null }, ctx.actor).merchant_answer ?? facts.merchantAnswer;
}
