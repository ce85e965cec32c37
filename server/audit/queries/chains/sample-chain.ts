import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { AuditEventContent } from "../../domain/audit-events.ts";
import { type BrokenLink, type Chain, type StoredLink, walkChain } from "./chain.ts";

/** A sample of decided cases: what was drawn, answered and found, and by whom. */
export const sampleChain: Chain = {
  node: "AuditSample",
  proves: [
    "audit_sample.chain_head",
    "audit_sample.event_count",
    "audit_event.id",
    "audit_event.sample_id",
    "audit_event.sequence",
    "audit_event.kind",
    "audit_event.item_id",
    "audit_event.finding_id",
    "audit_event.actor_id",
    "audit_event.at",
    "audit_event.data",
    "audit_event.previous_hash",
    "audit_event.hash",
  ],
  atOnce: 50,
  check: async (db, after, most) => {
    const rows = await samplesWithChains(db)
      .$if(after !== null, (q) => q.where("id", ">", after ?? ""))
      .orderBy("id")
      .limit(sql.lit(most))
      .execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.title,
      head: row.chain_head,
      count: row.event_count,
      broken: verifySample(row, row.events),
    }));
  },
};

/** An event of a sample, as its table or as JSON gives it. */
interface SampleEvent extends StoredLink, Omit<Snake<AuditEventContent>, "at"> {
  readonly at: Date | string;
}
type Snake<Content> = {
  [Key in keyof Content as Key extends `${infer Name}Id` ? `${Name}_id` : Key]: Content[Key];
};

function samplesWithChains(db: Db) {
  return db
    .selectFrom("audit_sample")
    .select([
      "id",
      "title",
      "chain_head",
      "event_count",
      sql<
        readonly SampleEvent[]
      >`coalesce((select jsonb_agg(to_jsonb(e) order by e.sequence) from audit_event e where e.sample_id = audit_sample.id), '[]')`.as(
        "events",
      ),
    ]);
}

export function verifySample(
  sample: { readonly chain_head: string; readonly event_count: number },
  events: readonly SampleEvent[],
): BrokenLink | null {
  return walkChain(
    events,
    sample,
    (event): AuditEventContent => ({
      id: event.id,
      sampleId: event.sample_id,
      sequence: event.sequence,
      kind: event.kind,
      itemId: event.item_id,
      findingId: event.finding_id,
      actorId: event.actor_id,
      at: new Date(event.at),
      data: event.data,
    }),
  );
}
