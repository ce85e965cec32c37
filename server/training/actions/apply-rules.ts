import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import { findCurrentMajors } from "../../policies/queries/current-majors.ts";
import type { ActionContext } from "../../request-context.ts";
import { dueOf } from "../domain/rules.ts";
import { findByRule, type PolicyEdition } from "../queries/find-by-rule.ts";
import { listRules, type RuleRow } from "../queries/list-rules.ts";
import { findPublishedVersion } from "../queries/published-version.ts";
import { insertRecords } from "./insert-records.ts";
import type { TellAssigned } from "./tell-assigned.ts";

interface Context extends Pick<ActionContext, "clock"> {
  readonly tell: TellAssigned;
}

/**
 * What each rule finds today, each rule in a transaction of its own; of a policy's present edition, whom it could not be
 * given as it came out. Any number of workers may do it at once: an occasion
 * that is known assigns nothing, and whoever is given nothing is told nothing.
 */
export async function applyRules(db: Db, ctx: Context): Promise<number> {
  let assigned = 0;
  const editions = await findCurrentMajors(db, ctx.clock.now());
  for (const rule of await listRules(db)) {
    // What came out before the rule is none of its occasions.
    const asked = rule.kind === "POLICY" ? editions.filter((one) => one.publishedAt >= rule.createdAt) : [null];
    for (const edition of asked) assigned += await db.transaction().execute((trx) => assignBy(trx, ctx, rule, edition));
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
    if (rule.kind === "POLICY") assigned += await assignBy(db, ctx, rule, { id: policyVersionId, publishedAt: null });
  }
  return assigned;
}

async function assignBy(
  db: Db,
  { clock, tell }: Context,
  rule: RuleRow,
  edition: PolicyEdition | null,
): Promise<number> {
  const at = clock.now();
  const today = deskDay(at);
  const found = await findByRule(db, rule, today, edition);
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
