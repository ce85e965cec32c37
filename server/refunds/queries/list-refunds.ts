import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { type RefundFilter, refundsInSight } from "./narrow-refunds.ts";

const columns = [
  "refund.id",
  "refund.case_id",
  "refund.kind",
  "refund.mode",
  "refund.state",
  "refund.currency",
  "refund.amount_minor",
  "refund.provider",
  "refund.provider_reference",
  "refund.failure_code",
  "refund.expected_on",
  "refund.created_at",
  "refund.settled_at",
  "refund.returned_at",
] as const;

export type ListedRefund = Awaited<ReturnType<typeof readOfCases>>[number];

const readOfCases = builtOnce((db, caseIds: Given<readonly string[]>) =>
  db
    .selectFrom("refund")
    .select(columns)
    .where("refund.case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .orderBy("refund.created_at")
    .orderBy("refund.id"),
);

/** The refunds of a case that the viewer sees, oldest first. */
export const refundsOfCase: LoaderOf<{ readonly db: Db }, string, readonly ListedRefund[]> = {
  batch: async ({ db }, caseIds) => grouped(caseIds, await readOfCases(db, caseIds), (row) => row.case_id),
};

/** A page of the refunds in sight, the newest first. */
export function listRefunds(db: Db, actor: Actor, filter: RefundFilter, page: PageRequest): Promise<ListedRefund[]> {
  const [at, id] = page.after ?? [];
  return refundsInSight(db, actor, filter)
    .select(columns)
    .$if(at !== undefined, (query) =>
      query.where(sql<boolean>`(refund.created_at, refund.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("refund.created_at", "desc")
    .orderBy("refund.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export async function countRefunds(db: Db, actor: Actor, filter: RefundFilter): Promise<number> {
  const { count } = await refundsInSight(db, actor, filter)
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What a cursor of that list holds. */
export function refundCursor({ created_at, id }: ListedRefund): readonly string[] {
  return [created_at.toISOString(), id];
}

export type AttemptRow = Awaited<ReturnType<typeof readAttempts>>[number];

const readAttempts = builtOnce((db, refundIds: Given<readonly string[]>) =>
  db
    .selectFrom("refund_attempt")
    .select(["id", "refund_id", "at", "instruction_key", "operation", "answer", "code", "duration_ms"])
    .where("refund_id", "=", sql<string>`any(${refundIds}::uuid[])`)
    .orderBy("at")
    .orderBy("id"),
);

/** What passed between the desk and the provider about a refund, oldest first. */
export const attemptsOfRefund: LoaderOf<{ readonly db: Db }, string, readonly AttemptRow[]> = {
  batch: async ({ db }, refundIds) => grouped(refundIds, await readAttempts(db, refundIds), (row) => row.refund_id),
};
