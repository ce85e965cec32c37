import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { datesFit } from "../domain/rules.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { type ChosenAudience, getsIt, listAudience, type RecordGap } from "../queries/list-audience.ts";
import { findPublishedVersion } from "../queries/published-version.ts";
import { insertRecords } from "./insert-records.ts";
import { tellAssigned } from "./tell-assigned.ts";

export interface Assignment {
  readonly courseId: string;
  readonly audience: ChosenAudience;
  /** Only people whose record stands so; null: however it stands. */
  readonly gaps: readonly RecordGap[] | null;
  readonly dueOn: Day | null;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  /** Also to whoever holds a valid record, e.g. because the course says something new. */
  readonly includeHolders: boolean;
}

export interface Assigned {
  readonly assigned: number;
  readonly holding: number;
  readonly alreadyAssigned: number;
}

/** Gives a course to many at once. Sent again it changes nothing: nobody has two open assignments of one course. */
export function assignTraining(
  ctx: ActionContext,
  { courseId, audience, gaps, dueOn, opensOn, closesOn, includeHolders }: Assignment,
): Promise<Result<Assigned, readonly TrainingRefusal[]>> {
  return decideInTransaction<Assigned, readonly TrainingRefusal[]>(ctx.db, async (trx) => {
    const version = await findPublishedVersion(trx, courseId);
    if (version === null) return refused([{ code: "NOT_PUBLISHED" }]);
    if (!datesFit({ opensOn, dueOn, closesOn })) return refused([{ code: "DATES_CROSSED" }]);
    const at = ctx.clock.now();
    const today = deskDay(at);
    if (closesOn !== null && closesOn < today) return refused([{ code: "WINDOW_IS_OVER" }]);
    const people = await listAudience(trx, courseId, audience, gaps, today);
    if (people.length === 0) return refused([{ code: "NOBODY_FITS" }]);
    const chosen = people.filter((person) => getsIt(person, { includeHolders, gaps }));
    const given = await insertRecords(
      trx,
      chosen.map(({ id }) => ({ staffId: id, dueOn, occasion: null })),
      { version, cause: "HAND", byId: ctx.actor.id, opensOn, closesOn, at },
    );
    await tellAssigned(ctx)(trx, version, given);
    const assigned = given.length;
    const holding = people.filter((person) => !person.isAssigned && !getsIt(person, { includeHolders, gaps })).length;
    return done({ assigned, holding, alreadyAssigned: people.length - assigned - holding });
  });
}
