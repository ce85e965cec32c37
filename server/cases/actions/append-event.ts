import type { Db } from "../../platform/database/database.ts";
import { canonicalJson, chainHash } from "../../platform/journal.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { CaseEventContent } from "../domain/case-event-content.ts";

/** Where a case's chain stands. */
export interface ChainHead {
  readonly hash: string;
  readonly count: number;
}

export interface ChainedEvent {
  readonly content: CaseEventContent;
  readonly previousHash: string;
  readonly head: ChainHead;
}

/** Gives an event its place in the chain. The new head goes into the case's row, in the same transaction as the event. */
export function chainEvent(head: ChainHead, event: Omit<CaseEventContent, "sequence">): ChainedEvent {
  const content: CaseEventContent = { ...event, sequence: head.count + 1 };
  return { content, previousHash: head.hash, head: { hash: chainHash(head.hash, content), count: content.sequence } };
}

/** What a machine did is chained as its key's: by id, since a name is free text, and only where there is one. */
export function keyInEvent({ key }: Actor): { readonly apiKeyId?: string } {
  return key === null ? {} : { apiKeyId: key.id };
}

export async function appendEvent(db: Db, { content, previousHash, head }: ChainedEvent): Promise<void> {
  await db
    .insertInto("case_event")
    .values({
      id: content.id,
      case_id: content.caseId,
      sequence: content.sequence,
      kind: content.kind,
      from_state: content.fromState,
      to_state: content.toState,
      actor_role: content.actorRole,
      actor_id: content.actorId,
      at: content.at,
      // What is stored is what was hashed: bigints as text, instants in ISO 8601.
      data: JSON.parse(canonicalJson(content.data)),
      previous_hash: previousHash,
      hash: head.hash,
    })
    .execute();
}
