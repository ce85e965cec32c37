import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import { canonicalJson, chainHash } from "../../platform/journal.ts";
import type { AuditEventContent } from "../domain/audit-events.ts";

/** Where a sample's chain stands. */
export interface SampleChain {
  readonly id: string;
  readonly chain_head: string;
  readonly event_count: number;
}

/** The sample's row, held until the transaction ends: what is done with one sample is done one after the other. */
export function lockSample(trx: Db, id: string): Promise<SampleChain | undefined> {
  return trx
    .selectFrom("audit_sample")
    .select(["id", "chain_head", "event_count"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Adds a link to the chain of a sample whose row is held. */
export async function appendAuditEvent(
  trx: Db,
  { id: sampleId, chain_head: previousHash, event_count: count }: SampleChain,
  event: Omit<AuditEventContent, "id" | "sampleId" | "sequence">,
): Promise<void> {
  const content: AuditEventContent = { ...event, id: newId(), sampleId, sequence: count + 1 };
  const hash = chainHash(previousHash, content);
  await trx
    .insertInto("audit_event")
    .values({
      id: content.id,
      sample_id: sampleId,
      sequence: content.sequence,
      kind: content.kind,
      item_id: content.itemId,
      finding_id: content.findingId,
      actor_id: content.actorId,
      at: content.at,
      // What is stored is what was hashed.
      data: JSON.parse(canonicalJson(content.data)),
      previous_hash: previousHash,
      hash,
    })
    .execute();
  await trx
    .updateTable("audit_sample")
    .set({ chain_head: hash, event_count: content.sequence })
    .where("id", "=", sampleId)
    .execute();
}
