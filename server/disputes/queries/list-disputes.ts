import { type RawBuilder, sql } from "kysely";
import { type CaseFilter, fits } from "../../cases/queries/narrow-cases.ts";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import type { DisputeState } from "../domain/words.ts";
import { type DisputeRow, disputeColumns } from "./find-dispute.ts";

export interface DisputeFilter {
  readonly states?: readonly DisputeState[];
  readonly networks?: readonly CardNetwork[];
  readonly open?: boolean;
  readonly openedFrom?: Date;
  readonly openedBefore?: Date;
  /** Only those of cases that fit. */
  readonly cases?: CaseFilter;
}

/** The disputes that fit, of cases in sight. */
export function fittingDisputes(db: Db, actor: Actor, filter: DisputeFilter) {
  const { states, networks, open, openedFrom, openedBefore, cases } = filter;
  return selectDisputes(db, actor)
    .$if(states !== undefined, (q) => q.where("dispute.state", "=", sql<DisputeState>`any(${states}::text[])`))
    .$if(networks !== undefined, (q) => q.where("dispute.network", "=", sql<CardNetwork>`any(${networks}::text[])`))
    .$if(open !== undefined, (q) => q.where("dispute.closed_at", open === true ? "is" : "is not", null))
    .$if(openedFrom !== undefined, (q) => q.where("dispute.opened_at", ">=", openedFrom ?? new Date(0)))
    .$if(openedBefore !== undefined, (q) => q.where("dispute.opened_at", "<", openedBefore ?? new Date(0)))
    .$if(cases !== undefined, (q) => q.where((eb) => fits(eb, cases ?? {})));
}

export async function countDisputes(db: Db, actor: Actor, filter: DisputeFilter): Promise<number> {
  const { count } = await fittingDisputes(db, actor, filter)
    .clearSelect()
    .select(sql<bigint>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function selectDisputes(db: Db, actor: Actor) {
  return casesInSight(db, actor)
    .innerJoin("dispute", "dispute.case_id", "cases.id")
    .select(disputeColumns.map((column) => `dispute.${column}` as const));
}

export const disputeOrders = ["NEWEST", "DEADLINE"] as const;
export type DisputeOrder = (typeof disputeOrders)[number];

type ListedDispute = DisputeRow & { readonly due_at: Date };

interface Ordering {
  readonly by: "dispute.opened_at" | "cases.due_at";
  readonly direction: "asc" | "desc";
  readonly sign: RawBuilder<unknown>;
  readonly cursor: (row: ListedDispute) => readonly string[];
}

/** The deadline is that of the clock that binds its case: it knows the network's window where the bank named no date. */
const orders: Readonly<Record<DisputeOrder, Ordering>> = {
  NEWEST: {
    by: "dispute.opened_at",
    direction: "desc",
    sign: sql`<`,
    cursor: (row) => [row.opened_at.toISOString(), row.id],
  },
  DEADLINE: {
    by: "cases.due_at",
    direction: "asc",
    sign: sql`>`,
    cursor: (row) => [row.due_at.toISOString(), row.id],
  },
};

/** What a cursor of this order holds. */
export function disputeCursor(order: DisputeOrder): (row: ListedDispute) => readonly string[] {
  return orders[order].cursor;
}

/** Disputes in sight, in the order asked. */
export function listDisputes(
  db: Db,
  actor: Actor,
  filter: DisputeFilter,
  order: DisputeOrder,
  page: PageRequest,
): Promise<ListedDispute[]> {
  const [at, id] = page.after ?? [];
  const { by, direction, sign } = orders[order];
  return fittingDisputes(db, actor, filter)
    .select("cases.due_at")
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(${sql.ref(by)}, dispute.id) ${sign} (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy(by, direction)
    .orderBy("dispute.id", direction)
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** The latest dispute of a case in sight. */
export const disputeOfCase: LoaderOf<RequestContext, string, DisputeRow | null> = {
  async batch({ db, actor }, caseIds) {
    const rows = await selectDisputes(db, actor)
      .where("dispute.case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
      .distinctOn("dispute.case_id")
      .orderBy("dispute.case_id")
      .orderBy("dispute.id", "desc")
      .execute();
    return inOrder(
      caseIds,
      rows,
      (row) => row.case_id,
      (row): DisputeRow | null => row,
      null,
    );
  },
};

/** A dispute in sight by its own id, also where its case has gone to the bank again since. */
export const disputeById: LoaderOf<RequestContext, string, DisputeRow | null> = {
  async batch({ db, actor }, ids) {
    const rows = await selectDisputes(db, actor).where("dispute.id", "=", sql<string>`any(${ids}::uuid[])`).execute();
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row): DisputeRow | null => row,
      null,
    );
  },
};

/** The kinds of evidence that a case has. */
export const proofKindsOfCase: LoaderOf<RequestContext, string, readonly string[]> = {
  async batch({ db }, caseIds) {
    const rows = await db
      .selectFrom("evidence")
      .select(["case_id", "kind"])
      .distinct()
      .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
      .where("linked_at", "is not", null)
      .execute();
    return grouped(caseIds, rows, (row) => row.case_id).map((found) => found.map(({ kind }) => kind));
  },
};
