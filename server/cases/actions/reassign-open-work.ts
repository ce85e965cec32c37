import type { Result } from "../../kernel/result.ts";
import { done, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CaseActionFailure } from "../case-command.ts";
import { performWithin } from "./perform-case-action.ts";

export interface Leaving {
  readonly staffId: string;
  /** Who takes the work, in turn; empty: it goes back to nobody. */
  readonly to: readonly string[];
  /** Made once per intention. */
  readonly key: string;
}

/**
 * Gives all that somebody has open to others, in the caller's transaction: whoever leaves or moves leaves nothing behind, or
 * has not left. Each case goes through the door, so that its event says so. Answers how many; a refusal is for the caller to
 * undo everything on.
 */
export async function reassignOpenWork(
  ctx: ActionContext,
  db: Db,
  { staffId, to, key }: Leaving,
): Promise<Result<number, CaseActionFailure>> {
  const open = await db
    .selectFrom("cases")
    .select(["id", "version"])
    .where("assignee_id", "=", staffId)
    .where("closed_at", "is", null)
    // In the order of ids, as everybody who takes several, so that two never wait for each other.
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const [at, { id, version }] of open.entries()) {
    const assigneeId = to[at % Math.max(1, to.length)] ?? null;
    const result = await performWithin(ctx, db, {
      action: "ASSIGN",
      input: { assigneeId },
      caseId: id,
      expectedVersion: version,
      idempotencyKey: derivedId("leaving", key, id),
    });
    if (!result.ok) return refused(result.error);
  }
  return done(open.length);
}
