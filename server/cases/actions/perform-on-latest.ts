import { setTimeout as wait } from "node:timers/promises";
import type { Result } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { CaseActionDone, CaseActionFailure } from "../case-command.ts";
import type { CaseMove } from "../domain/decide.ts";
import { performCaseAction, type Speaker } from "./perform-case-action.ts";

const mostTries = 20;

/** A version that no case has: the door answers a key that it knows, and takes nothing new. */
const noVersion = 0;

export interface MoveOnLatest {
  readonly caseId: string;
  readonly move: CaseMove;
  readonly key: string;
  /** Asked after the version was read, so that the door itself refuses whatever changes the answer by way of the case. */
  readonly onlyWhile?: () => Promise<boolean>;
  readonly speaker?: Speaker;
}

/**
 * Acts on the case as it stands, whatever has happened to it meanwhile: for what does not rest on a version that somebody
 * saw. A case that is gone or that is busy beyond patience is answered as the door does.
 */
export async function performOnLatest(
  ctx: ActionContext,
  { caseId, move, key, onlyWhile = () => Promise.resolve(true), speaker }: MoveOnLatest,
): Promise<Result<CaseActionDone, CaseActionFailure>> {
  for (let tries = 1; ; tries++) {
    const found = await casesInSight(ctx.db, ctx.actor)
      .where("cases.id", "=", caseId)
      .select("cases.version")
      .executeTakeFirst();
    const holds = await onlyWhile();
    // Absent and not in sight are the door's to answer.
    const expectedVersion = holds ? (found?.version ?? noVersion) : noVersion;
    const result = await performCaseAction(ctx, { ...move, caseId, expectedVersion, idempotencyKey: key }, speaker);
    if (result.ok || result.error.kind !== "STALE" || !holds || tries === mostTries) return result;
    await wait(Math.random() * 10 * tries);
  }
}
