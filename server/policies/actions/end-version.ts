import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { DraftRefusal } from "../domain/draft-life.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { lockToEnd, type VersionToEnd } from "./lock-to-end.ts";
import { recordDraftEvent } from "./record-draft-event.ts";

/** A version that is to decide no more, and why; the reason stays on record. */
export interface EndVersion {
  readonly versionId: string | null;
  readonly reason: string;
}

/** One way to end a version: what stands against it, and what is written if nothing does. */
interface WayToEnd {
  readonly action: "WITHDRAW" | "END";
  readonly refusals: (found: VersionToEnd, at: Date) => readonly DraftRefusal[];
  readonly write: (db: Db, found: VersionToEnd, at: Date) => Promise<void>;
}

/** Ends a version behind its policy's lock, and keeps by whose hand and why; or writes nothing and says every reason against it. */
export function endVersion(
  ctx: ActionContext,
  { versionId, reason }: EndVersion,
  { action, refusals, write }: WayToEnd,
): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const found = await lockToEnd(db, versionId);
    const at = ctx.clock.now();
    const actorId = ctx.actor.id;
    if (found === null || actorId === null) return refused({ kind: "NOT_FOUND" });
    const reasons = refusals(found, at);
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    await write(db, found, at);
    const { version, contentHash } = found;
    await recordDraftEvent(db, { draftId: version.id, action, actorId, contentHash, note: reason, at });
    return done(version.id);
  });
}
