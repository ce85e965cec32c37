import { deskTimeZone } from "../../kernel/desk-day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { endOfDay, startOfDay } from "../../kernel/zoned-time.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { sightOfCases } from "../../staff/scope.ts";
import type { DrawnStratum } from "../audit-sample.entity.ts";
import type { AuditProblem } from "../domain/audit-problems.ts";
import { problemsOfPlan, type SamplePlan } from "../domain/sample-plan.ts";
import { allocate, largestSample, pick, settledAfterSeconds } from "../domain/sampling.ts";
import { type DrawCandidate, drawCandidates } from "./draw-candidates.ts";

export interface SamplePreview {
  readonly asOf: Date;
  readonly populationSize: number;
  readonly populationHash: string;
  readonly strata: readonly DrawnStratum[];
  readonly picked: readonly DrawCandidate[];
}

/** The latest moment up to which everything that happened is certainly there, and which still lies within the period. */
export function boundaryOf({ toOn }: Pick<SamplePlan, "toOn">, now: Date): Date {
  const settled = now.getTime() - settledAfterSeconds * 1000;
  return new Date(Math.min(settled, endOfDay(toOn, deskTimeZone()).getTime()));
}

/** What would be drawn, of whoever sees the whole desk; nothing is written. */
export async function previewSample(
  db: Db,
  actor: Actor,
  plan: SamplePlan,
  asOf: Date,
): Promise<Result<SamplePreview, readonly AuditProblem[]>> {
  const problems = problemsOfPlan(plan);
  if (problems.length > 0) return refused(problems);
  if (sightOfCases(actor).of !== "ALL") return refused(["NOTHING_TO_DRAW"]);
  const preview = await drawAgain(db, plan, asOf);
  return preview.populationSize === 0 ? refused(["NOTHING_TO_DRAW"]) : done(preview);
}

/** The draw itself: the same plan and boundary give the same cases, whoever asks and whenever. */
export async function drawAgain(db: Db, plan: SamplePlan, asOf: Date): Promise<SamplePreview> {
  const { kind, stratifyBy, seed, size, fromOn } = plan;
  const from = startOfDay(fromOn, deskTimeZone());
  const drawn = await drawCandidates(db, { kind, stratifyBy, seed, from, asOf }, Math.min(size, largestSample));
  const given = allocate(drawn.strata, size);
  return {
    asOf,
    populationSize: drawn.size,
    populationHash: drawn.hash,
    strata: [...drawn.strata]
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ name, population }) => ({ name, population, drawn: given.get(name) ?? 0 })),
    picked: pick(drawn.candidates, given),
  };
}
