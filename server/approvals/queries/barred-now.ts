import { type RawBuilder, sql } from "kysely";
import type { Barred } from "../domain/may-decide.ts";
import type { SubjectRules } from "../subject-rules.ts";
import { byKind } from "./by-kind.ts";

/** Everybody who stands on a side of the row `approval_request`: since it was proposed, and by what its kind says of today. */
export function barredNow(rules: SubjectRules): RawBuilder<readonly Barred[]> {
  return sql`(approval_request.barred || ${byKind(rules, ({ barredSince }) => barredSince, sql`'[]'::jsonb`)})`;
}
