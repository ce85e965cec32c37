import { done, type Result, refused } from "../../kernel/result.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { ActionInput } from "./action-input.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { Refusal } from "./refusal.ts";
import type { Transition } from "./transition.ts";
import { type CaseAction, type CaseOutcome, type CaseState, caseActions } from "./words.ts";
import { workflow } from "./workflow.ts";

/** One action on one case with its input; the type ties the two together. */
export type CaseMove = { [A in CaseAction]: { readonly action: A; readonly input: ActionInput[A] } }[CaseAction];

export interface Verdict {
  readonly to: CaseState;
  readonly outcome: CaseOutcome | null;
}

/** Every reason for which the action is shut to this actor as the case stands, whatever the input would be. */
export function reasonsAgainst(facts: CaseFacts, action: CaseAction, actor: Actor): readonly Refusal[] {
  const { from, by, training, unless } = workflow[action];
  const reasons: Refusal[] = [];
  if (!from.includes(facts.state)) reasons.push({ code: "WRONG_STATE", state: facts.state });
  const [needs] = by;
  if (needs !== undefined && !by.some((permission) => actor.permissions.has(permission))) {
    reasons.push({ code: "NOT_PERMITTED", needs });
  }
  for (const course of training) {
    if (!actor.validCourses.has(course)) reasons.push({ code: "TRAINING_MISSING", course });
  }
  for (const guard of unless) {
    const reason = guard(facts, actor);
    if (reason !== null) reasons.push(reason);
  }
  return reasons;
}

/** Decides one action, and gives every reason against it rather than the first. */
export function decide(facts: CaseFacts, move: CaseMove, actor: Actor): Result<Verdict, readonly Refusal[]> {
  const row = rowOf(move.action);
  const reasons = [...reasonsAgainst(facts, move.action, actor)];
  for (const guard of row.unlessInput) {
    const reason = guard(move.input, facts, actor);
    if (reason !== null) reasons.push(reason);
  }
  if (reasons.length > 0) return refused(reasons);
  const to = row.to === "SAME" ? facts.state : typeof row.to === "string" ? row.to : row.to.by(facts, move.input);
  return done({ to, outcome: to === "CLOSED" ? (row.outcome?.(facts, move.input) ?? null) : null });
}

/** What the case offers this actor now: every action that leaves its state by somebody's hand, the shut ones with their reasons. */
export function availableActions(facts: CaseFacts, actor: Actor) {
  return caseActions
    .filter((action) => !workflow[action].automatic && workflow[action].from.includes(facts.state))
    .map((action) => ({ action, reasons: reasonsAgainst(facts, action, actor) }));
}

/** The table's rows differ in their input; a move carries an action and its own input together, so the row fits the input it is given. */
function rowOf(action: CaseAction): Transition<CaseAction> {
  return workflow[action] as unknown as Transition<CaseAction>;
}
