import type { Bilingual } from "../../kernel/calendar.ts";
import type { Day } from "../../kernel/day.ts";
import type { AuditProblem } from "./audit-problems.ts";

export const severities = ["LOW", "MEDIUM", "HIGH", "CRITICAL"] as const;
export type Severity = (typeof severities)[number];

/** What each degree means, so that two reviewers mean the same. */
export const severityText: Readonly<Record<Severity, Bilingual>> = {
  LOW: {
    zh: "记录不完整或措辞欠妥，不影响顾客与资金。",
    en: "A record is incomplete or badly worded; neither customer nor money is affected.",
  },
  MEDIUM: {
    zh: "未按规定办理，结果仍正确；重复发生会造成损害。",
    en: "A rule was not followed though the result is right; if it happens again it does harm.",
  },
  HIGH: {
    zh: "顾客或商户的结果有误，或资金有误但可以纠正。",
    en: "The customer or the merchant got a wrong result, or money is wrong and can be put right.",
  },
  CRITICAL: {
    zh: "资金损失、违反法规，或控制措施被绕过；须立即上报。",
    en: "Money is lost, the law is broken or a control was got round; to be reported at once.",
  },
};

/** Where a finding rests. That it is overdue follows from the day, and is never stored. */
export const findingStates = ["OPEN", "IN_PROGRESS", "DONE", "VERIFIED"] as const;
export type FindingState = (typeof findingStates)[number];

export const findingSteps = ["START", "COMPLETE", "SEND_BACK", "VERIFY"] as const;
export type FindingStep = (typeof findingSteps)[number];

/** Who takes a step: whose finding it is, or a reviewer who neither owns it nor has put it right. */
interface StepRow {
  readonly from: readonly FindingState[];
  readonly to: FindingState;
  readonly by: "OWNER" | "REVIEWER";
  /** What was done, or why it goes back, has to be said. */
  readonly needsNote: boolean;
}

// biome-ignore format: a table is read by its columns
export const findingLife: Readonly<Record<FindingStep, StepRow>> = {
  START:     { from: ["OPEN"],                to: "IN_PROGRESS", by: "OWNER",    needsNote: false },
  COMPLETE:  { from: ["OPEN", "IN_PROGRESS"], to: "DONE",        by: "OWNER",    needsNote: true },
  SEND_BACK: { from: ["DONE"],                to: "IN_PROGRESS", by: "REVIEWER", needsNote: true },
  VERIFY:    { from: ["DONE"],                to: "VERIFIED",    by: "REVIEWER", needsNote: false },
};

export interface FindingFacts {
  readonly state: FindingState;
  readonly ownerId: string;
  /** Who said last that it is put right: it may have another owner since. */
  readonly completedById: string | null;
}

export interface FindingHand {
  readonly id: string | null;
  readonly mayReview: boolean;
}

/** Every reason against a step; none where it may be taken. */
export function refusalsOfStep(
  { state, ownerId, completedById }: FindingFacts,
  step: FindingStep,
  hand: FindingHand,
): readonly AuditProblem[] {
  const { from, by } = findingLife[step];
  const refusals: AuditProblem[] = [];
  if (!from.includes(state)) refusals.push("FINDING_WRONG_STATE");
  const isOwner = hand.id === ownerId;
  if (by === "OWNER" && !isOwner) refusals.push("FINDING_NOT_YOURS");
  if (by === "REVIEWER" && !hand.mayReview) refusals.push("REVIEWERS_ONLY");
  const isTheirWork = isOwner || (hand.id !== null && hand.id === completedById);
  if (by === "REVIEWER" && isTheirWork) refusals.push("OWNER_MAY_NOT_VERIFY");
  return refusals;
}

/** Steps that somebody may take now. */
export function stepsOpenTo(facts: FindingFacts, hand: FindingHand): readonly FindingStep[] {
  return findingSteps.filter((step) => refusalsOfStep(facts, step, hand).length === 0);
}

/** Due yesterday and not done. */
export function isOverdue(
  { state, dueOn }: { readonly state: FindingState; readonly dueOn: Day },
  today: Day,
): boolean {
  return (state === "OPEN" || state === "IN_PROGRESS") && dueOn < today;
}
