import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { displacedBy } from "../domain/timeline.ts";
import { withdrawRefusals } from "../domain/version-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { type EndVersion, lockToEnd } from "./lock-to-end.ts";
import { recordDraftEvent } from "./record-draft-event.ts";
import { setVersionEnd } from "./set-version-end.ts";

/** Takes back a version that has not begun: it decides nothing, ever, and what it was to take over from goes on. */
export function withdrawVersion(
  ctx: ActionContext,
  { versionId, reason }: EndVersion,
): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const at = ctx.clock.now();
    const locked = await lockToEnd(db, versionId);
    const actorId = ctx.actor.id;
    if (locked === null || actorId === null) return refused({ kind: "NOT_FOUND" });
    const reasons = withdrawRefusals(locked.facts, ctx.actor, at);
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    const { version, others, contentHash } = locked;
    await setVersionEnd(db, version.id, version.effectiveFrom);
    const before = displacedBy(version, others);
    if (before !== null) await setVersionEnd(db, before.id, version.effectiveUntil);
    await recordDraftEvent(db, { draftId: version.id, action: "WITHDRAW", actorId, contentHash, note: reason, at });
    return done(version.id);
  });
}
