import { addDays, type Day } from "../../kernel/day.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";
import type { TrainingRefusal } from "./training-refusal.ts";
import type { RuleKind } from "./words.ts";

/** Whom something is for. What is left out does not narrow; a person must fit all that is given. */
export interface Audience {
  readonly role: StaffRole | null;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  /** On this day or later. */
  readonly joinedFrom: Day | null;
}

/**
 * A rule assigns a course by itself. ROLE: to whoever has the role, later joiners included. POLICY: to the role, for each
 * major policy version. EXPIRY: to whoever's record ends within so many days, so that nobody is ever without.
 */
export interface TrainingRule extends Audience {
  readonly kind: RuleKind;
  readonly dueInDays: number;
  readonly daysAhead: number | null;
}

export function ruleProblems({
  kind,
  role,
  dueInDays,
  daysAhead,
}: Pick<TrainingRule, "kind" | "role" | "dueInDays" | "daysAhead">): readonly TrainingRefusal[] {
  const whole = kind === "EXPIRY" ? daysAhead !== null && daysAhead >= 1 && daysAhead <= 365 : role !== null;
  return whole && dueInDays >= 1 && dueInDays <= 365 ? [] : [{ code: "RULE_INCOMPLETE" }];
}

/** An assignment ahead of expiry is due on the last day of the record that ends, others so many days after they are made. */
export function dueOf(
  { kind, dueInDays }: Pick<TrainingRule, "kind" | "dueInDays">,
  today: Day,
  endsOn: Day | null,
): Day {
  return kind === "EXPIRY" && endsOn !== null && endsOn > today ? endsOn : addDays(today, dueInDays);
}

/** Three dates that are kept apart: the window opens and shuts, the due day is advice within it. */
export function datesFit(dates: {
  readonly opensOn: Day | null;
  readonly dueOn: Day | null;
  readonly closesOn: Day | null;
}) {
  const given = [dates.opensOn, dates.dueOn, dates.closesOn].filter((date) => date !== null);
  return given.every((date, index) => index === 0 || (given[index - 1] ?? date) <= date);
}
