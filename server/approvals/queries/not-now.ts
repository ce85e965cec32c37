import { type RawBuilder, sql } from "kysely";
import { approvalSubjectKinds } from "../domain/words.ts";
import type { SubjectRules } from "../subject-rules.ts";

/** Whether the row `approval_request` cannot be agreed to for now, by what its kind says of today. */
export function notNow(rules: SubjectRules): RawBuilder<boolean> {
  const held = approvalSubjectKinds.flatMap((kind) => {
    const rule = rules[kind].notNow;
    return rule === undefined ? [] : [sql`when ${sql.lit(kind)} then ${rule.when}`];
  });
  return held.length === 0
    ? sql`false`
    : sql`coalesce(case approval_request.subject_kind ${sql.join(held, sql` `)} end, false)`;
}
