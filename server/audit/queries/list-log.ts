import { sql } from "kysely";
import type { CaseEventKind, CaseState } from "../../cases/domain/words.ts";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";

/** Everything left out is not asked. */
export interface LogFilter {
  readonly actorId?: string;
  readonly caseNumber?: string;
  readonly kinds?: readonly CaseEventKind[];
  readonly toState?: CaseState;
  readonly merchantId?: string;
  readonly from?: Date;
  /** Up to this moment, which belongs to it. */
  readonly until?: Date;
}

export type LogRow = Awaited<ReturnType<typeof listLog>>[number];

/** What happened to the cases in sight and fits, to be selected from. */
export function fittingLog(db: Db, actor: Actor, filter: LogFilter) {
  const { actorId, caseNumber, kinds, toState, merchantId, from, until } = filter;
  return db
    .selectFrom("case_event as event")
    .innerJoin("cases", "cases.id", "event.case_id")
    .where((eb) => inSight(eb, actor))
    .$if(actorId !== undefined, (q) => q.where("event.actor_id", "=", actorId ?? ""))
    .$if(caseNumber !== undefined, (q) => q.where("cases.number", "=", caseNumber ?? ""))
    .$if(kinds !== undefined, (q) => q.where("event.kind", "=", sql<CaseEventKind>`any(${kinds})`))
    .$if(toState !== undefined, (q) => q.where("event.to_state", "=", toState ?? "NEW"))
    .$if(merchantId !== undefined, (q) => q.where("cases.merchant_id", "=", merchantId ?? ""))
    .$if(from !== undefined, (q) => q.where("event.at", ">=", from ?? new Date(0)))
    .$if(until !== undefined, (q) => q.where("event.at", "<=", until ?? new Date(0)));
}

/** A page of what happened to the cases in sight, the latest first. */
export function listLog(db: Db, actor: Actor, filter: LogFilter, page: Pick<PageRequest, "first" | "after">) {
  const [at, id] = page.after ?? [];
  return fittingLog(db, actor, filter)
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(event.at, event.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("event.at", "desc")
    .orderBy("event.id", "desc")
    .limit(sql.lit(page.first + 1))
    .select([
      "event.id",
      "event.case_id",
      "cases.number as case_number",
      "event.sequence",
      "event.kind",
      "event.from_state",
      "event.to_state",
      "event.actor_role",
      "event.actor_id",
      "event.at",
      "event.data",
      "event.previous_hash",
      "event.hash",
    ])
    .execute();
}

export const logCursor = ({ at, id }: Pick<LogRow, "at" | "id">): readonly [string, string] => [at.toISOString(), id];
