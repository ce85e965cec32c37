import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import { dueOf } from "../domain/rules.ts";
import { findByRule } from "../queries/find-by-rule.ts";
import { listRules, type RuleRow } from "../queries/list-rules.ts";
import { findPublishedVersion } from "../queries/published-version.ts";
import { insertRecords } from "./insert-records.ts";
import type { TellAssigned } from "./tell-assigned.ts";

interface Context extends Pick<ActionContext, "clock"> {
  readonly tell: TellAssigned;
}

/**
 * What each rule finds today, each rule in a transaction of its own. Any number of workers may do it at once: an occasion
 * that is known assigns nothing, and whoever is given nothing is told nothing.
 */
export async function applyRules(db: Db, ctx: Context): Promise<number> {
  let assigned = 0;
  for (const rule of await listRules(db)) {
    if (rule.kind === "POLICY") continue;
    assigned += await db.transaction().execute((trx) => assignBy(trx, ctx, rule, null));
  }
  return assigned;
}

/**
 * Assigns what a new major version of the policy asks everybody to learn anew, also to those whose record holds. To be
 * called in the transaction that publishes the version.
 */
export async function assignForPolicyVersion(db: Db, ctx: Context, policyVersionId: string): Promise<number> {
  let assigned = 0;
  for (const rule of await listRules(db)) {
    if (rule.kind === "POLICY") assigned += await assignBy(db, ctx, rule, policyVersionId);
  }
  return assigned;
}

async function assignBy(
  db: Db,
  { clock, tell }: Context,
  rule: RuleRow,
  policyVersionId: string | null,
): Promise<number> {
  const at = clock.now();
  const today = deskDay(at);
  const found = await findByRule(db, rule, today, policyVersionId);
  const version = found.length === 0 ? null : await findPublishedVersion(db, rule.courseId);
  if (version === null) return 0;
  const people = found.map(({ staffId, occasion, endsOn }) => ({
    staffId,
    occasion,
    dueOn: dueOf(rule, today, endsOn),
  }));
  const terms = { version, cause: rule.kind, byId: null, opensOn: null, closesOn: null, at };
  const given = await insertRecords(db, people, terms);
  await tell(db, version, given);
  return given.length;
}
