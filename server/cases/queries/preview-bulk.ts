import type { RequestContext } from "../../request-context.ts";
import { type BulkAction, trialMoves } from "../domain/bulk.ts";
import { decide } from "../domain/decide.ts";
import type { Refusal } from "../domain/refusal.ts";
import { type CaseRow, findCases } from "./find-cases.ts";
import { gatherFacts } from "./gather-facts.ts";

export interface BulkPreview {
  readonly row: CaseRow;
  readonly reasons: readonly Refusal[];
}

/** What the rules say of an action on each of some cases as they stand: two reads, whatever their number. */
export async function previewBulk(
  ctx: RequestContext,
  action: BulkAction,
  caseIds: readonly string[],
): Promise<readonly BulkPreview[]> {
  const rows = await findCases(ctx.db, ctx.actor, caseIds);
  const gathered = await gatherFacts(
    ctx,
    ctx.db,
    rows.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return caseIds.flatMap((id) => {
    const [row, found] = [byId.get(id), gathered.get(id)];
    if (row === undefined || found === undefined) return [];
    const verdict = decide(found.facts, trialMoves[action], ctx.actor);
    return [{ row, reasons: verdict.ok ? [] : verdict.error }];
  });
}
