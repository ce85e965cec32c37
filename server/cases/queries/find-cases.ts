import { type RawBuilder, sql } from "kysely";
import { idInCursor, instantInCursor, minorInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import { type CaseFilter, fits } from "./narrow-cases.ts";

export const caseOrders = ["TIME_LEFT", "NEWEST", "AMOUNT"] as const;
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
  "cases.snoozed_until",
  "cases.merchant_answer",
  "cases.proposed_minor",
  "cases.offer_minor",
  "cases.waits_on",
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
  const { column, direction, after } = orders[order];
  const { after: cursor } = page;
  return (
    selectCases(db, actor)
      .where((eb) => fits(eb, filter))
      .$if(cursor !== null, (query) => query.where(after(cursor ?? [])))
      .orderBy(column, direction)
      .orderBy("cases.id", direction)
      // The page size stands in the text: with a parameter PostgreSQL plans for a tenth of the table.
      .limit(sql.lit(page.first + 1))
      .execute()
  );
}

interface Ordering {
  readonly column: "cases.due_at" | "cases.opened_at" | "cases.amount_minor";
  readonly direction: "asc" | "desc";
  readonly after: (cursor: readonly string[]) => RawBuilder<boolean>;
  readonly cursor: (row: CaseRow) => readonly string[];
}

/** Each order has its index, and a cursor that compares as the index does. */
const orders: Readonly<Record<CaseOrder, Ordering>> = {
  TIME_LEFT: {
    column: "cases.due_at",
    direction: "asc",
    after: ([at, id]) => sql`(cases.due_at, cases.id) > (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
    cursor: (row) => [row.due_at.toISOString(), row.id],
  },
  NEWEST: {
    column: "cases.opened_at",
    direction: "desc",
    after: ([at, id]) => sql`(cases.opened_at, cases.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
    cursor: (row) => [row.opened_at.toISOString(), row.id],
  },
  AMOUNT: {
    column: "cases.amount_minor",
    direction: "desc",
    after: ([minor, id]) => sql`(cases.amount_minor, cases.id) < (${minorInCursor(minor)}, ${idInCursor(id)})`,
    cursor: (row) => [String(row.amount_minor), row.id],
  },
};

/** What a cursor of this order holds. */
export function caseCursor(order: CaseOrder): (row: CaseRow) => readonly string[] {
  return orders[order].cursor;
}

/** Cases in sight by id, for loaders and nodes. */
export function findCases(db: Db, actor: Actor, ids: readonly string[]): Promise<CaseRow[]> {
  return selectCases(db, actor).where("cases.id", "=", sql<string>`any(${ids})`).execute();
}

export function findCaseByNumber(db: Db, actor: Actor, number: string): Promise<CaseRow | undefined> {
  return selectCases(db, actor).where("cases.number", "=", number).executeTakeFirst();
}

/** The case, if it is in sight and fits the filter. */
export function findMatching(db: Db, actor: Actor, filter: CaseFilter, caseId: string): Promise<CaseRow | undefined> {
  return selectCases(db, actor)
    .where((eb) => fits(eb, filter))
    .where("cases.id", "=", caseId)
    .executeTakeFirst();
}
