import type { Day } from "../../kernel/day.ts";
import type { AuditProblem } from "./audit-problems.ts";
import { isSeed, largestSample, type SampleKind, type SampleStrata } from "./sampling.ts";

/** What an auditor asks for. */
export interface SamplePlan {
  readonly kind: SampleKind;
  readonly stratifyBy: SampleStrata | null;
  readonly seed: string;
  readonly size: number;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** Every reason why a sample cannot be drawn like that. */
export function problemsOfPlan({ kind, stratifyBy, seed, size, fromOn, toOn }: SamplePlan): readonly AuditProblem[] {
  const problems: AuditProblem[] = [];
  if (fromOn > toOn) problems.push("PERIOD_CROSSED");
  if (!isSeed(seed)) problems.push("SEED_UNFIT");
  if (!Number.isInteger(size) || size < 1 || size > largestSample) problems.push("SIZE_UNFIT");
  if ((kind === "STRATIFIED") !== (stratifyBy !== null)) problems.push("STRATA_MISSING");
  return problems;
}
