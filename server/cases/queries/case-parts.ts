import { sql } from "kysely";
import { calendarRevision, calendarsAt } from "../../clocks/queries/find-calendars.ts";
import type { ShownClock } from "../../clocks/to-clock.ts";
import { builtOnce, type Given } from "../../platform/database/built-once.ts";
import { grouped, inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import { type CheckKind, type CheckOutcome, checkKinds } from "../domain/checks.ts";
import type { StoredClock } from "../domain/clock-plan.ts";
import { type CaseRow, findCaseByNumber, findCases } from "./find-cases.ts";
import { type GatheredCase, gatherFacts } from "./gather-facts.ts";

export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly locale: "zh-CN" | "en";
}

/** Cases in sight of the viewer. */
export const caseById: LoaderOf<RequestContext, string, CaseRow | null> = {
  batch: async ({ db, actor }, ids) =>
    inOrder(
      ids,
      await findCases(db, actor, ids),
      (row) => row.id,
      (row): CaseRow | null => row,
      null,
    ),
};

/** The case in sight by its number. What hangs off it finds the case itself already read. */
export async function caseByNumber({ db, actor, loaders }: RequestContext, number: string): Promise<CaseRow | null> {
  const row = await findCaseByNumber(db, actor, number);
  if (row !== undefined) loaders.keep(caseById, row.id, row);
  return row ?? null;
}

/** Customers by id, without regard to who asks; how much of one is shown is said by `shownContact`. */
export const findCustomers = builtOnce((db, ids: Given<readonly string[]>) =>
  db
    .selectFrom("customer")
    .select(["id", "name", "phone", "email", "locale"])
    .where("id", "=", sql<string>`any(${ids}::uuid[])`),
);

export const customerById: LoaderOf<RequestContext, string, CustomerRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await findCustomers(db, ids),
      (row) => row.id,
      (row): CustomerRow | null => row,
      null,
    ),
};

/** The case that somebody asked by; the latest where there are several. */
export const caseOfCustomer: LoaderOf<RequestContext, string, string | null> = {
  async batch({ db }, ids) {
    const rows = await db
      .selectFrom("cases")
      .distinctOn("customer_id")
      .select(["customer_id", "id"])
      .where("customer_id", "=", sql<string>`any(${ids}::uuid[])`)
      .orderBy("customer_id")
      .orderBy("opened_at", "desc")
      .execute();
    return inOrder(
      ids,
      rows,
      (row) => row.customer_id ?? "",
      (row): string | null => row.id,
      null,
    );
  },
};

export interface CheckRow {
  readonly case_id: string;
  readonly kind: CheckKind;
  readonly outcome: CheckOutcome;
  readonly automatic: boolean;
  readonly basis: string | null;
  readonly by_id: string | null;
  readonly reason: string | null;
  readonly at: Date | null;
}

const readChecks = builtOnce((db, caseIds: Given<readonly string[]>) =>
  db
    .selectFrom("case_check")
    .select(["case_id", "kind", "outcome", "automatic", "basis", "by_id", "reason", "at"])
    .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`),
);

/** All checks of a case in their order; one that nobody has answered yet is PENDING. */
export const checksOfCase: LoaderOf<RequestContext, string, readonly CheckRow[]> = {
  async batch({ db }, caseIds) {
    const rows = await readChecks(db, caseIds);
    return grouped(caseIds, rows, (row) => row.case_id).map((found, index) =>
      checkKinds.map((kind): CheckRow => found.find((row) => row.kind === kind) ?? pending(caseIds[index] ?? "", kind)),
    );
  },
};

function pending(caseId: string, kind: CheckKind): CheckRow {
  return {
    case_id: caseId,
    kind,
    outcome: "PENDING",
    automatic: false,
    basis: null,
    by_id: null,
    reason: null,
    at: null,
  };
}

export type ClockOfCase = ShownClock & StoredClock & { readonly caseId: string };

const readClocks = builtOnce((db, caseIds: Given<readonly string[]>) =>
  db
    .selectFrom("case_clock")
    .select([
      "id",
      "case_id as caseId",
      "rule",
      "rule_version as ruleVersion",
      "state",
      "started_at as startedAt",
      "due_at as dueAt",
      "due_at_given as dueAtGiven",
      "length",
      "paused_at as pausedAt",
      "paused_ms as pausedMs",
      "ended_at as endedAt",
      calendarRevision.as("calendarRevision"),
    ])
    .where("case_id", "=", sql<string>`any(${caseIds}::uuid[])`)
    .orderBy("started_at")
    .orderBy("id"),
);

export const clocksOfCase: LoaderOf<RequestContext, string, readonly ClockOfCase[]> = {
  async batch({ db, database }, caseIds) {
    const found = await readClocks(db, caseIds);
    const [first] = found;
    if (first === undefined) return caseIds.map(() => []);
    const calendars = await calendarsAt(database.db, db, first.calendarRevision);
    const rows = found.map(({ calendarRevision: _, ...clock }) => ({ ...clock, calendars }));
    return grouped(caseIds, rows, (row) => row.caseId);
  },
};

/** The facts of cases as the rules see them, for the actions that they offer. */
export const factsOfCase: LoaderOf<RequestContext, string, GatheredCase | null> = {
  async batch(ctx, caseIds) {
    const facts = await gatherFacts({ ...ctx, db: ctx.database.db }, ctx.db, caseIds);
    return caseIds.map((id) => facts.get(id) ?? null);
  },
};
