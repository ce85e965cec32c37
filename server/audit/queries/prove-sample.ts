import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { verifySample } from "./chains/sample-chain.ts";
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
    chainIntact: verifySample(row, events) === null,
  };
}
