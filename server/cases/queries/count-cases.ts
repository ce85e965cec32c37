import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight, sightOfCases } from "../../staff/scope.ts";
import type { CountScope } from "../case-count.entity.ts";
import type { CaseTurn } from "../domain/waits-on.ts";
import type { CaseState } from "../domain/words.ts";
import { type CaseFilter, fits, isProposedBy } from "./narrow-cases.ts";

export interface StateCount {
  readonly state: CaseState;
  readonly count: bigint;
}

/** How many cases in sight rest in each state; open ones unless the filter says otherwise. */
export function countCases(db: Db, actor: Actor, asked: CaseFilter): Promise<StateCount[]> {
  const filter = { ...asked, open: asked.open ?? true };
  const counter = counterOf(actor, filter);
  return counter === null ? countRows(db, actor, filter) : readCounter(db, counter, filter);
}

/** Whose counter it is, and which deltas are not folded into it yet. */
interface Counter {
  readonly scope: CountScope;
  readonly ids: readonly string[];
  readonly deltas: RawBuilder<boolean>;
  readonly cases: RawBuilder<boolean>;
}

const nobody = "00000000-0000-0000-0000-000000000000";
const counted = new Set<keyof CaseFilter>(["open", "states", "waitsOn", "needs", "assignees", "merchantId"]);

/** Null where the counters do not tell this filter apart: one narrowing beside state and turn, by whose the cases are. */
function counterOf(actor: Actor, filter: CaseFilter): Counter | null {
  const asked = Object.keys(filter) as (keyof CaseFilter)[];
  if (!asked.every((name) => counted.has(name))) return null;
  const sight = sightOfCases(actor);
  const { assignees, merchantId } = filter;
  const narrowed = [assignees, merchantId].filter((value) => value !== undefined).length;
  if (sight.of === "ALL" && narrowed === 0)
    return { scope: "DESK", ids: [nobody], deltas: sql`true`, cases: sql`true` };
  if (sight.of === "ALL" && narrowed === 1)
    return merchantId === undefined
      ? of(
          "ASSIGNEE",
          "assignee_id",
          (assignees ?? []).map((id) => id ?? nobody),
        )
      : of("MERCHANT", "merchant_id", [merchantId]);
  if (narrowed > 0 || sight.id === null) return null;
  if (sight.of === "OWN_MERCHANT") return of("MERCHANT", "merchant_id", [sight.id]);
  return sight.of === "OWN_INSTITUTION" ? of("INSTITUTION", "institution_id", [sight.id]) : null;
}

function of(scope: CountScope, column: string, ids: readonly string[]): Counter {
  const isTheirs = sql<boolean>`coalesce(${sql.ref(column)}, ${sql.lit(nobody)}) = any(${ids}::uuid[])`;
  return { scope, ids, deltas: isTheirs, cases: isTheirs };
}

/** The folded counts and what has not been folded yet, in one statement and so of one moment. */
async function readCounter(db: Db, { scope, ids, deltas, cases }: Counter, filter: CaseFilter): Promise<StateCount[]> {
  const { states, waitsOn, needs, open } = filter;
  const narrowings = [
    open === true ? sql`state <> 'CLOSED'` : sql`state = 'CLOSED'`,
    ...(states === undefined ? [] : [sql`state = any(${states}::text[])`]),
    ...(waitsOn === undefined ? [] : [sql`waits_on = any(${waitsOn}::text[])`]),
    ...(needs === undefined ? [] : [sql`waits_on = any(${needs.turns}::text[])`]),
  ];
  // What waits for somebody's approval is counted with what they may not give themselves; that is few, and is taken off again.
  const own =
    needs === undefined || needs.notTheirs.length === 0
      ? sql``
      : sql`union all select state, waits_on, -1 from cases
          where state = 'AWAITING_APPROVAL' and proposed_by_id = any(${needs.notTheirs.map(({ proposedById }) => proposedById)}::uuid[])
            and ${isProposedBy(needs.notTheirs)} and ${cases}`;
  const { rows } = await sql<{ state: CaseState; waits_on: CaseTurn; count: bigint }>`
    select state, sum(count)::bigint as count from (
      select state, waits_on, count from case_count where scope = ${scope} and scope_id = any(${ids}::uuid[])
      union all select state, waits_on, change from case_count_delta where ${deltas}
      ${own}
    ) counted where ${sql.join(narrowings, sql` and `)} group by state having sum(count) <> 0`.execute(db);
  return rows;
}

function countRows(db: Db, actor: Actor, filter: CaseFilter): Promise<StateCount[]> {
  return casesInSight(db, actor)
    .where((eb) => fits(eb, filter))
    .select(["cases.state", sql<bigint>`count(*)`.as("count")])
    .groupBy("cases.state")
    .execute();
}

/** The most that the count of a view says; beyond it people read "many". */
export const MOST_COUNTED = 1000;

/** How many cases fit each of some filters, up to `MOST_COUNTED`, in one statement whatever their number. */
export async function countEach(db: Db, actor: Actor, filters: readonly CaseFilter[]): Promise<readonly number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map((filter) => {
    const some = casesInSight(db, actor)
      .where((eb) => fits(eb, filter))
      .select((eb) => eb.lit(1).as("one"))
      .limit(sql.lit(MOST_COUNTED));
    return sql<bigint>`(select count(*) from (${some}) counted)`;
  });
  const { rows } = await sql<{
    counts: readonly (string | number)[];
  }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return (rows[0]?.counts ?? []).map(Number);
}
