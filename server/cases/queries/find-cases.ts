import { type SelectQueryBuilder, sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { Tables } from "../../tables.ts";
import type { CaseReason, CaseStage, CaseState } from "../domain/words.ts";

/** What a list of cases is narrowed to; everything left out is not asked. */
export interface CaseFilter {
  readonly states?: readonly CaseState[];
  readonly stages?: readonly CaseStage[];
  readonly reasons?: readonly CaseReason[];
  /** Open cases only, or closed ones only. */
  readonly open?: boolean;
  /** A member of staff's id, or "NOBODY". */
  readonly assigneeId?: string | "NOBODY";
  readonly merchantId?: string;
  readonly currency?: string;
  readonly amountAtLeastMinor?: bigint;
  readonly dueBefore?: Date;
  /** Cases that wait for the desk's own hand. */
  readonly needsAction?: boolean;
}

/** States in which the next step is the desk's; in the others a customer, an approver, the acquirer, the bank or an agency is waited for. */
export const deskStates: readonly CaseState[] = ["NEW", "VERIFYING", "NEGOTIATING"];

export const caseOrders = ["TIME_LEFT", "NEWEST"] as const;
export type CaseOrder = (typeof caseOrders)[number];

const columns = [
  "cases.id",
  "cases.number",
  "cases.version",
  "cases.state",
  "cases.stage",
  "cases.outcome",
  "cases.origin",
  "cases.channel",
  "cases.reason",
  "cases.currency",
  "cases.amount_minor",
  "cases.opened_at",
  "cases.closed_at",
  "cases.due_at",
  "cases.transaction_id",
  "cases.merchant_id",
  "cases.customer_id",
  "cases.assignee_id",
  "cases.merchant_answer",
  "cases.proposed_minor",
  "cases.offer_minor",
] as const;

type CaseQuery = ReturnType<typeof selectCases>;
export type CaseRow = Awaited<ReturnType<CaseQuery["execute"]>>[number];

function selectCases(db: Db, actor: Actor) {
  return casesInSight(db, actor).select(columns);
}

/** A page of the cases in sight. Keyset: the row after the cursor is found by the index that the list is ordered by. */
export function listCases(
  db: Db,
  actor: Actor,
  filter: CaseFilter,
  order: CaseOrder,
  page: PageRequest,
): Promise<CaseRow[]> {
  const query = narrowed(selectCases(db, actor), filter);
  // The page size stands in the text: with a parameter PostgreSQL plans for a tenth of the table.
  const limit = sql.lit(page.first + 1);
  const [at, id] = page.after ?? [];
  if (order === "TIME_LEFT") {
    const after =
      at === undefined
        ? query
        : query.where(sql<boolean>`(cases.due_at, cases.id) > (${instantInCursor(at)}, ${idInCursor(id)})`);
    return after.orderBy("cases.due_at").orderBy("cases.id").limit(limit).execute();
  }
  const after =
    at === undefined
      ? query
      : query.where(sql<boolean>`(cases.opened_at, cases.id) < (${instantInCursor(at)}, ${idInCursor(id)})`);
  return after.orderBy("cases.opened_at", "desc").orderBy("cases.id", "desc").limit(limit).execute();
}

/** What a cursor of this order holds. */
export function caseCursor(order: CaseOrder): (row: CaseRow) => readonly string[] {
  return order === "TIME_LEFT"
    ? (row) => [row.due_at.toISOString(), row.id]
    : (row) => [row.opened_at.toISOString(), row.id];
}

/** Cases in sight by id, for loaders and nodes. */
export function findCases(db: Db, actor: Actor, ids: readonly string[]): Promise<CaseRow[]> {
  return selectCases(db, actor).where("cases.id", "=", sql<string>`any(${ids})`).execute();
}

export function findCaseByNumber(db: Db, actor: Actor, number: string): Promise<CaseRow | undefined> {
  return selectCases(db, actor).where("cases.number", "=", number).executeTakeFirst();
}

/** How many open cases in sight rest in each state. */
export function countCases(db: Db, actor: Actor, filter: CaseFilter): Promise<{ state: CaseState; count: bigint }[]> {
  return narrowed(casesInSight(db, actor), { ...filter, open: filter.open ?? true })
    .select(["cases.state", sql<bigint>`count(*)`.as("count")])
    .groupBy("cases.state")
    .execute();
}

function narrowed<O>(
  query: SelectQueryBuilder<Tables, "cases", O>,
  filter: CaseFilter,
): SelectQueryBuilder<Tables, "cases", O> {
  return query
    .$if(filter.open === true, (q) => q.where("cases.closed_at", "is", null))
    .$if(filter.open === false, (q) => q.where("cases.closed_at", "is not", null))
    .$if(filter.needsAction === true, (q) =>
      q.where("cases.closed_at", "is", null).where("cases.state", "=", sql<CaseState>`any(${deskStates})`),
    )
    .$if(filter.states !== undefined, (q) => q.where("cases.state", "=", sql<CaseState>`any(${filter.states})`))
    .$if(filter.stages !== undefined, (q) => q.where("cases.stage", "=", sql<CaseStage>`any(${filter.stages})`))
    .$if(filter.reasons !== undefined, (q) => q.where("cases.reason", "=", sql<CaseReason>`any(${filter.reasons})`))
    .$if(filter.assigneeId === "NOBODY", (q) => q.where("cases.assignee_id", "is", null))
    .$if(filter.assigneeId !== undefined && filter.assigneeId !== "NOBODY", (q) =>
      q.where("cases.assignee_id", "=", filter.assigneeId ?? null),
    )
    .$if(filter.merchantId !== undefined, (q) => q.where("cases.merchant_id", "=", filter.merchantId ?? ""))
    .$if(filter.currency !== undefined, (q) => q.where("cases.currency", "=", filter.currency ?? ""))
    .$if(filter.amountAtLeastMinor !== undefined, (q) =>
      q.where("cases.amount_minor", ">=", filter.amountAtLeastMinor ?? 0n),
    )
    .$if(filter.dueBefore !== undefined, (q) => q.where("cases.due_at", "<", filter.dueBefore ?? new Date(0)));
}

/** The case, if it is in sight and fits the filter. */
export function findMatching(db: Db, actor: Actor, filter: CaseFilter, caseId: string): Promise<CaseRow | undefined> {
  return narrowed(selectCases(db, actor), filter).where("cases.id", "=", caseId).executeTakeFirst();
}
