import { rowId } from "../graphql/ids.ts";
import { refused } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { performCaseAction } from "./actions/perform-case-action.ts";
import type { CaseActionInput } from "./case-action.input.ts";
import { type CaseActionResult, toCaseActionResult } from "./case-action.result.ts";
import type { CaseMove } from "./domain/decide.ts";

/** From the wire through the door and back: what every mutation on a case does. */
export async function actOnCase(
  ctx: RequestContext,
  input: CaseActionInput,
  move: CaseMove,
): Promise<typeof CaseActionResult> {
  const { expectedVersion, idempotencyKey } = input;
  const caseId = rowId(input.caseId, "Case");
  if (caseId === null) return toCaseActionResult(ctx, refused({ kind: "NOT_FOUND" }));
  return toCaseActionResult(ctx, await performCaseAction(ctx, { ...move, caseId, expectedVersion, idempotencyKey }));
}
