import { done, type Result, refused } from "../../kernel/result.ts";
import { type Actor, holds } from "../../staff/domain/actor.ts";
import type { ActionInput } from "./action-input.ts";
import type { CaseFacts } from "./case-facts.ts";
import { approvalOf, notYoursToApprove } from "./guards.ts";
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
  const [needs] = by;
  const waiting = unless === notYoursToApprove ? { approval: approvalOf(facts) } : {};
  return eachOnce([
    from.includes(facts.state) ? null : { code: "WRONG_STATE", state: facts.state },
    needs === undefined || by.some((permission) => holds(actor, permission)) ? null : { code: "NOT_PERMITTED", needs },
    ...training.map((course): Refusal | null =>
      actor.validCourses.has(course) ? null : { code: "TRAINING_MISSING", course, ...waiting },
    ),
    ...unless.map((guard) => guard(facts, actor)),
  ]);
}

/** Decides one action, and gives every reason against it rather than the first. */
export function decide(facts: CaseFacts, move: CaseMove, actor: Actor): Result<Verdict, readonly Refusal[]> {
  const row = rowOf(move.action);
  const reasons = eachOnce([
    ...reasonsAgainst(facts, move.action, actor),
    ...row.unlessInput.map((guard) => guard(move.input, facts, actor)),
  ]);
  return reasons.length > 0 ? refused(reasons) : done(verdictOf(facts, move.action, move.input));
}

/** Where an action leads, if nothing stands against it. */
export function verdictOf(facts: CaseFacts, action: CaseAction, input: ActionInput[CaseAction]): Verdict {
  const row = rowOf(action);
  const to = targetOf(row, facts, action, input);
  if (to === facts.state) return { to, outcome: facts.outcome };
  if (to !== "CLOSED") return { to, outcome: null };
  const outcome = row.outcome?.(facts, input) ?? null;
  if (outcome === null) throw new Error(`${action} closes a case without saying what became of the money`);
  return { to, outcome };
}

/** A fork's rule may read the input, but it leads nowhere that the table does not name. */
function targetOf(
  { to }: Transition<CaseAction>,
  facts: CaseFacts,
  action: CaseAction,
  input: ActionInput[CaseAction],
): CaseState {
  if (to === "SAME") return facts.state;
  if (typeof to === "string") return to;
  const target = to.by(facts, input);
  if (!to.oneOf.includes(target)) throw new Error(`${action} does not lead to ${target}`);
  return target;
}

/** Two guards may see the same thing; the reader is told once. Only courses can be missing in the plural. */
function eachOnce(found: readonly (Refusal | null)[]): readonly Refusal[] {
  const reasons: Refusal[] = [];
  for (const reason of found) {
    if (reason === null) continue;
    const told = reasons.some(({ code }) => code === reason.code);
    if (!told || reason.code === "TRAINING_MISSING") reasons.push(reason);
  }
  return reasons;
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
