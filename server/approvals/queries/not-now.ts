import { type RawBuilder, sql } from "kysely";
import type { SubjectRules } from "../subject-rules.ts";
import { byKind } from "./by-kind.ts";

/** Whether the row `approval_request` cannot be agreed to for now, by what its kind says of today. */
export function notNow(rules: SubjectRules): RawBuilder<boolean> {
  return byKind(rules, ({ notNow: rule }) => rule?.when, sql`false`);
}
