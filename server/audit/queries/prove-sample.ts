import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { chainHash, chainStart } from "../../platform/journal.ts";
import type { AuditEventContent } from "../domain/audit-events.ts";
import type { AuditEventRow, SampleRow } from "./find-samples.ts";
import { drawAgain } from "./preview-sample.ts";

export interface SampleProof {
  readonly sameSample: boolean;
  readonly populationSize: number;
  readonly populationHash: string;
  readonly chainIntact: boolean;
}

/** Draws a sample again from what it kept, and recomputes the chain of what was done with it. */
export async function proveSample(db: Db, row: SampleRow, events: readonly AuditEventRow[]): Promise<SampleProof> {
  const plan = {
    kind: row.kind,
    stratifyBy: row.stratify_by,
    seed: row.seed,
    size: row.size,
    fromOn: row.from_on as Day,
    toOn: row.to_on as Day,
  };
  const { populationSize, populationHash, picked } = await drawAgain(db, plan, row.as_of);
  const kept = await db
    .selectFrom("audit_item")
    .select(["case_id", "event_id"])
    .where("sample_id", "=", row.id)
    .orderBy("position")
    .execute();
  const sameCases =
    kept.length === picked.length &&
    kept.every(({ case_id, event_id }, at) => picked[at]?.caseId === case_id && picked[at]?.eventId === event_id);
  return {
    sameSample: sameCases && populationSize === row.population_size && populationHash === row.population_hash,
    populationSize,
    populationHash,
    chainIntact: isIntact(row, events),
  };
}

function isIntact({ id, chain_head, event_count }: SampleRow, events: readonly AuditEventRow[]): boolean {
  let head = chainStart;
  for (const [index, event] of events.entries()) {
    const content: AuditEventContent = {
      id: event.id,
      sampleId: id,
      sequence: index + 1,
      kind: event.kind,
      itemId: event.item_id,
      findingId: event.finding_id,
      actorId: event.actor_id,
      at: event.at,
      data: event.data,
    };
    if (event.sequence !== index + 1 || event.previous_hash !== head) return false;
    head = chainHash(head, content);
    if (head !== event.hash) return false;
  }
  return head === chain_head && events.length === event_count;
}
