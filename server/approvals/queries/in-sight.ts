import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";
import type { Tables } from "../../tables.ts";

/** Every right by which somebody could ever agree to something: their own, and those lent to them. */
export function rightsOf(actor: Actor): readonly string[] {
  return [...new Set([...actor.permissions, ...actor.standsInFor.flatMap(({ rights }) => [...rights])])];
}

/**
 * Who sees a request at all: whoever proposed it, whoever could ever be asked for it, and the desk those of its cases;
 * of a case's requests nobody sees more than of the case.
 */
export function approvalsInSight(eb: ExpressionBuilder<Tables, "approval_request">, actor: Actor): Expression<SqlBool> {
  if (actor.id === null) return eb.lit(false);
  const asked = sql<SqlBool>`approval_request.needs && ${rightsOf(actor)}::text[]`;
  const ofTheDesk = eb.lit(actor.permissions.has("case.note"));
  const caseSeen = eb.exists(
    eb
      .selectFrom("cases")
      .select((inner) => inner.lit(1).as("one"))
      .whereRef("cases.id", "=", "approval_request.case_id")
      .where((inner) => inSight(inner, actor)),
  );
  return eb.or([
    eb.and([
      eb("approval_request.case_id", "is", null),
      eb.or([asked, eb("approval_request.proposer_id", "=", actor.id)]),
    ]),
    eb.and([eb("approval_request.case_id", "is not", null), ofTheDesk, caseSeen]),
  ]);
}
