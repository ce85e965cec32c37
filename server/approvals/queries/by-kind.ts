import { type RawBuilder, sql } from "kysely";
import { approvalSubjectKinds } from "../domain/words.ts";
import type { AnySubject, SubjectRules } from "../subject-rules.ts";

/** What the kind of the row `approval_request` says of today, in SQL; `otherwise` where that is null, or its kind says nothing. */
export function byKind<T>(
  rules: SubjectRules,
  said: (subject: AnySubject) => RawBuilder<T> | undefined,
  otherwise: RawBuilder<T>,
): RawBuilder<T> {
  const rows = approvalSubjectKinds.flatMap((kind) => {
    const one = said(rules[kind]);
    return one === undefined ? [] : [sql`when ${sql.lit(kind)} then ${one}`];
  });
  if (rows.length === 0) return otherwise;
  return sql`coalesce(case approval_request.subject_kind ${sql.join(rows, sql` `)} end, ${otherwise})`;
}
