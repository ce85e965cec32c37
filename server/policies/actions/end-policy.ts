import type { Day } from "../../kernel/day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { endRefusals } from "../domain/version-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { type EndVersion, lockToEnd } from "./lock-to-end.ts";
import { recordDraftEvent } from "./record-draft-event.ts";
import { setVersionEnd } from "./set-version-end.ts";

export interface EndPolicy extends EndVersion {
  /** From the beginning of that day in the policy's time zone; null: from now. */
  readonly from: Day | null;
}

/** Ends a narrower policy with the version that decides by it now, so that the next wider one decides from then on. */
export function endPolicy(
  ctx: ActionContext,
  { versionId, reason, from }: EndPolicy,
): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const at = ctx.clock.now();
    const locked = await lockToEnd(db, versionId);
    const actorId = ctx.actor.id;
    if (locked === null || actorId === null) return refused({ kind: "NOT_FOUND" });
    const { version, facts, contentHash, timeZone } = locked;
    const endsAt = from === null ? at : startOfDay(from, timeZone);
    const reasons = endRefusals(facts, ctx.actor, endsAt, at);
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await setVersionEnd(db, version.id, endsAt);
    await recordDraftEvent(db, { draftId: version.id, action: "END", actorId, contentHash, note: reason, at });
    return done(version.id);
  });
}
