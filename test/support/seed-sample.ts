import { sql } from "kysely";
import { appendAuditEvent } from "../../server/audit/actions/append-audit-event.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { chainStart } from "../../server/platform/journal.ts";
import type { TestApi } from "./api.ts";

interface OfCase {
  readonly caseId: string;
}

/** As the wire names them. */
export interface SeededSample {
  readonly id: string;
  readonly items: { readonly own: string; readonly other: string };
  readonly findings: { readonly own: string; readonly other: string };
}

/** A sample of both cases, and a finding of each: the agent's on the one, the supervisor's on the other. */
export async function seedSample(
  { house: { db }, as }: TestApi,
  { own, other }: { readonly own: OfCase; readonly other: OfCase },
): Promise<SeededSample> {
  const [sampleId, at] = [newId(), new Date()];
  const officer = as("COMPLIANCE_OFFICER").staffId;
  await db
    .insertInto("audit_sample")
    .values({
      ...{ id: sampleId, title: "Seeded", kind: "RANDOM", stratify_by: null, seed: "seed", size: 2 },
      ...{ from_on: "2026-01-01", to_on: "2026-12-31", as_of: at, population_size: 2, population_hash: "" },
      ...{ strata: sql<never>`'[{"name": "ALL", "population": 2, "drawn": 2}]'::jsonb`, checklist_version: 1 },
      ...{ drawn_by_id: officer, drawn_at: at, chain_head: chainStart, event_count: 0 },
    })
    .execute();
  async function seedItem(of: OfCase, position: number, ownerId: string) {
    const { id: eventId } = await db
      .selectFrom("case_event")
      .select("id")
      .where("case_id", "=", of.caseId)
      .orderBy("sequence")
      .executeTakeFirstOrThrow();
    const [item, finding] = [newId(), newId()];
    await db
      .insertInto("audit_item")
      .values({
        ...{ id: item, sample_id: sampleId, case_id: of.caseId, event_id: eventId, position, stratum: "ALL", risk: 0 },
        answers: sql<never>`'[]'::jsonb`,
      })
      .execute();
    await db
      .insertInto("audit_finding")
      .values({
        ...{ id: finding, sample_id: sampleId, item_id: item, case_id: of.caseId, severity: "LOW", what: "x" },
        ...{ cause: "x", correction: "x", owner_id: ownerId, due_on: "2026-12-31", state: "OPEN" },
        ...{ raised_by_id: officer, raised_at: at },
      })
      .execute();
    return { item: toGlobalId("SampleItem", item), finding: toGlobalId("AuditFinding", finding) };
  }
  const first = await seedItem(own, 1, as("SUPPORT_AGENT").staffId);
  const second = await seedItem(other, 2, as("SUPERVISOR").staffId);
  const chain = { id: sampleId, chain_head: chainStart, event_count: 0 };
  const drawn = { kind: "DRAW_SAMPLE", itemId: null, findingId: null, actorId: officer, at, data: {} } as const;
  await appendAuditEvent(db, chain, drawn);
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  await db
    .insertInto("access_record")
    .values({ id: newId(), viewer_id: officer, case_id: own.caseId, kind: "CONTACT", hour, at })
    .execute();
  return {
    id: toGlobalId("AuditSample", sampleId),
    items: { own: first.item, other: second.item },
    findings: { own: first.finding, other: second.finding },
  };
}
