import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";

const columns = [
  "evidence.id",
  "evidence.case_id",
  "evidence.kind",
  "evidence.file_name",
  "evidence.media_type",
  "evidence.bytes",
  "evidence.sha256",
  "evidence.uploaded_by_role",
  "evidence.created_at",
] as const;
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

/** Linked files of cases in sight. Whoever may not read evidence sees what their own side brought, and nothing else. */
function evidenceInSight(db: Db, actor: Actor) {
  return casesInSight(db, actor)
    .innerJoin("evidence", "evidence.case_id", "cases.id")
    .where("evidence.linked_at", "is not", null)
    .$if(!actor.permissions.has("evidence.read"), (q) => q.where("evidence.uploaded_by_role", "=", actor.role));
}

/** The evidence of some cases, oldest first. */
export function listEvidence(db: Db, actor: Actor, caseIds: readonly string[]) {
  return evidenceInSight(db, actor)
    .where("evidence.case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .select(columns)
    .orderBy("evidence.created_at")
    .orderBy("evidence.id")
    .execute();
}

export function findEvidence(db: Db, actor: Actor, id: string): Promise<EvidenceRow | undefined> {
  return evidenceInSight(db, actor).where("evidence.id", "=", id).select(columns).executeTakeFirst();
}

export const evidenceOfCase: LoaderOf<RequestContext, string, EvidenceRow[]> = {
  batch: async ({ db, actor }, caseIds) =>
    grouped(caseIds, await listEvidence(db, actor, caseIds), (row) => row.case_id),
};

/** The bytes of a file that somebody has been found to see. */
export async function getEvidenceContent(db: Db, id: string): Promise<Buffer> {
  const { content } = await db
    .selectFrom("evidence_content")
    .select("content")
    .where("evidence_id", "=", id)
    .executeTakeFirstOrThrow();
  return Buffer.from(content);
}
