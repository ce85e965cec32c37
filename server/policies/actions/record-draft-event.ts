import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { DraftAction } from "../domain/draft-life.ts";

/**
 * START: it was begun. LAPSE: nobody decided on it in time, by nobody's hand. Of what it was published as: WITHDRAW, before it
 * began; END, with its policy.
 */
export type DraftEventAction = DraftAction | "START" | "LAPSE" | "WITHDRAW" | "END";

export async function recordDraftEvent(
  db: Db,
  event: {
    readonly draftId: string;
    readonly action: DraftEventAction;
    readonly actorId: string | null;
    readonly contentHash: string;
    readonly note: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { draftId, action, actorId, contentHash, note, at } = event;
  await db
    .insertInto("policy_draft_event")
    .values({ id: newId(), draft_id: draftId, action, actor_id: actorId, content_hash: contentHash, note, at })
    .execute();
}
