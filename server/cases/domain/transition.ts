import type { Actor } from "../../staff/domain/actor.ts";
import type { GateCourse } from "../../staff/domain/gate-courses.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ActionInput } from "./action-input.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { Refusal } from "./refusal.ts";
import type { CaseAction, CaseOutcome, CaseState, MessageThread } from "./words.ts";

/** A reason against an action as the case stands, or null. */
export type Guard = (facts: CaseFacts, actor: Actor) => Refusal | null;

/** A reason against an action with this input, or null. Asked only when somebody acts, not when actions are offered. */
export type InputGuard<A extends CaseAction> = (
  input: ActionInput[A],
  facts: CaseFacts,
  actor: Actor,
) => Refusal | null;

/** One of several states, by a named rule; `oneOf` lets the diagram and the reachability test see them all. */
export interface Fork<A extends CaseAction> {
  readonly oneOf: readonly CaseState[];
  readonly by: (facts: CaseFacts, input: ActionInput[A]) => CaseState;
}

/**
 * What a row does beyond the case's own columns, its event and its clocks. The feature that owns the tables supplies the
 * function; the composition does not compile while one is missing.
 */
export const effectNames = [
  "LINK_PAYMENT",
  "RECORD_CHECK",
  "PROPOSE_CHECK_WAIVER",
  "CHECK_ASSIGNEE",
  "RELEASE_GONE_ASSIGNEE",
  "DECIDE_APPROVAL",
  "CLOSE_APPROVAL",
  "PROPOSE_REFUND",
  "QUEUE_REFUND",
  "RELEASE_REFUND",
  "RECORD_REFUND",
  "RETRY_REFUND",
  "PROPOSE_MANUAL_REFUND",
  "OPEN_DISPUTE",
  "ADOPT_DISPUTE",
  "ADVANCE_DISPUTE",
  "RULE_DISPUTE",
  "WITHDRAW_DISPUTE",
  "LODGE_REFERRAL",
  "ADVANCE_REFERRAL",
  "END_REFERRAL",
  "WITHDRAW_REFERRAL",
  "LINK_EVIDENCE",
  "RECORD_MENTIONS",
  "SETTLE_HELD_MESSAGE",
  "EVALUATE_POLICY",
] as const;
export type EffectName = (typeof effectNames)[number];

/** One row of the workflow. Read it as a sentence: from … to … by whoever may …, unless …; it posts … and does …. */
export interface Transition<A extends CaseAction> {
  readonly from: readonly CaseState[];
  /** "SAME": the case stays where it rests. */
  readonly to: CaseState | "SAME" | Fork<A>;
  /** Any one of these. */
  readonly by: readonly Permission[];
  /** Courses whose valid record the actor needs at this moment. */
  readonly training: readonly GateCourse[];
  readonly unless: readonly Guard[];
  readonly unlessInput: readonly InputGuard<A>[];
  readonly outcome?: (facts: CaseFacts, input: ActionInput[A]) => CaseOutcome | null;
  /** The thread that the input's text goes to; "INPUT": the input names it. */
  readonly posts: MessageThread | "INPUT" | null;
  readonly effects: readonly EffectName[];
  /** Never offered as a button: a clock, a policy, a provider or the word on a request does it. */
  readonly automatic: boolean;
}

export type Workflow = { readonly [A in CaseAction]: Transition<A> };
