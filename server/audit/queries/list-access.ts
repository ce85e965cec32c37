import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { AccessKind } from "../../staff/domain/access-kinds.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";

/** Everything left out is not asked. */
export interface AccessFilter {
  readonly viewerId?: string;
  readonly caseNumber?: string;
  readonly kind?: AccessKind;
  readonly from?: Date;
  /** Up to this moment, which belongs to it. */
  readonly until?: Date;
}

export type AccessRow = Awaited<ReturnType<typeof listAccess>>[number];

/** A page of who saw personal data of the cases in sight, the latest first. */
export function listAccess(db: Db, actor: Actor, filter: AccessFilter, page: PageRequest) {
  const [at, id] = page.after ?? [];
  const { viewerId, caseNumber, kind, from, until } = filter;
  return db
    .selectFrom("access_record as access")
    .innerJoin("cases", "cases.id", "access.case_id")
    .where((eb) => inSight(eb, actor))
    .$if(viewerId !== undefined, (q) => q.where("access.viewer_id", "=", viewerId ?? ""))
    .$if(caseNumber !== undefined, (q) => q.where("cases.number", "=", caseNumber ?? ""))
    .$if(kind !== undefined, (q) => q.where("access.kind", "=", kind ?? "CONTACT"))
    .$if(from !== undefined, (q) => q.where("access.at", ">=", from ?? new Date(0)))
    .$if(until !== undefined, (q) => q.where("access.at", "<=", until ?? new Date(0)))
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(access.at, access.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("access.at", "desc")
    .orderBy("access.id", "desc")
    .limit(sql.lit(page.first + 1))
    .select(["access.id", "access.viewer_id", "access.kind", "access.at", "cases.number as case_number"])
    .execute();
}
