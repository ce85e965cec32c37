import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import type { PolicyFacts } from "../domain/policy-content.ts";
import type { TestOutcome } from "../domain/run-tests.ts";
import { findPolicy } from "../queries/find-policies.ts";
import type { PolicyFailure } from "./change-draft.ts";

export interface KeptTest {
  /** Made by whoever asks, so that asking again changes nothing. */
  readonly id: string;
  readonly policy: string;
  readonly name: string;
  readonly facts: PolicyFacts;
  readonly expected: TestOutcome;
  readonly caseNumber: string | null;
}

/** Keeps a case that the policy must decide so from now on, or says anew what a kept one must come out as. */
export async function keepPolicyTest(ctx: ActionContext, test: KeptTest): Promise<Result<string, PolicyFailure>> {
  const { id, policy, name, facts, expected, caseNumber } = test;
  if (ctx.actor.id === null || (await findPolicy(ctx.db, policy)) === null) return refused({ kind: "NOT_FOUND" });
  const written = await ctx.db
    .insertInto("policy_test")
    .values({
      ...{ id, policy, name, facts, expected, case_number: caseNumber },
      created_by_id: ctx.actor.id,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet({ name, facts, expected }).where(sql<boolean>`policy_test.policy = ${policy}`),
    )
    .returning("policy")
    .executeTakeFirst();
  return written === undefined ? refused({ kind: "NOT_FOUND" }) : done(written.policy);
}

/** Lets a kept case go; gone already is as good. */
export async function dropPolicyTest(ctx: ActionContext, id: string | null): Promise<Result<string, PolicyFailure>> {
  if (id === null) return refused({ kind: "NOT_FOUND" });
  const gone = await ctx.db.deleteFrom("policy_test").where("id", "=", id).returning("policy").executeTakeFirst();
  return gone === undefined ? refused({ kind: "NOT_FOUND" }) : done(gone.policy);
}
