import { type RawBuilder, sql } from "kysely";
import type { Barred } from "../domain/may-decide.ts";
import { approvalSubjectKinds } from "../domain/words.ts";
import type { SubjectRules } from "../subject-rules.ts";

/** Everybody who stands on a side of the row `approval_request`: since it was proposed, and by what its kind says of today. */
export function barredNow(rules: SubjectRules): RawBuilder<readonly Barred[]> {
  const since = approvalSubjectKinds.flatMap((kind) => {
    const { barredSince } = rules[kind];
    return barredSince === undefined ? [] : [sql`when ${sql.lit(kind)} then ${barredSince}`];
  });
  const stored = sql<readonly Barred[]>`approval_request.barred`;
  return since.length === 0
    ? stored
    : sql`(${stored} || coalesce(case approval_request.subject_kind ${sql.join(since, sql` `)} end, '[]'))`;
}
