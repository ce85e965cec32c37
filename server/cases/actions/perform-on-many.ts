import type { Result } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CaseActionDone, CaseActionFailure } from "../case-command.ts";
import type { CaseMove } from "../domain/decide.ts";
import { performCaseAction } from "./perform-case-action.ts";

export interface CaseInBulk {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly move: CaseMove;
}

/** Leaves most of the pool to everybody else. */
export const AT_ONCE = 4;

/**
 * The same kind of move on many cases, each through the one door in a transaction of its own: what the rules refuse on one
 * leaves the others alone. Every case's key comes of the batch's, so that the batch sent again is answered as it was. Each
 * asks anew who speaks, behind its lock: a hundred take a while, and they may have lost the right to it meanwhile.
 */
export async function performOnMany(
  ctx: ActionContext,
  batchKey: string,
  cases: readonly CaseInBulk[],
): Promise<readonly Result<CaseActionDone, CaseActionFailure>[]> {
  const results: Result<CaseActionDone, CaseActionFailure>[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    for (let at = next++; at < cases.length; at = next++) {
      const found = cases[at];
      if (found === undefined) return;
      results[at] = await performOne(ctx, batchKey, found);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return results;
}

function performOne(
  ctx: ActionContext,
  batchKey: string,
  { caseId, expectedVersion, move }: CaseInBulk,
): Promise<Result<CaseActionDone, CaseActionFailure>> {
  const idempotencyKey = derivedId("bulk", batchKey, caseId);
  return performCaseAction(ctx, { ...move, caseId, expectedVersion, idempotencyKey }, "AS_THEY_ARE");
}
