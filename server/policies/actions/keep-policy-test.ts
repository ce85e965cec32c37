import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { canonicalJson } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { isUnfit } from "../domain/draft-life.ts";
import type { PolicyFacts } from "../domain/policy-content.ts";
import type { TestOutcome } from "../domain/run-tests.ts";
import { type DraftRow, selectDrafts } from "../queries/find-drafts.ts";
import { findPolicy } from "../queries/find-policies.ts";
import { gatherDraftFacts } from "../queries/gather-draft-facts.ts";
import { mostTests } from "../queries/policy-tests.ts";
import { hiddenFrom, type PolicyFailure } from "./change-draft.ts";

export interface KeptTest {
  /** Made by whoever asks, so that asking again changes nothing. */
  readonly id: string;
  readonly policy: string;
  readonly name: string;
  readonly facts: PolicyFacts;
  readonly expected: TestOutcome;
  readonly caseNumber: string | null;
}

/** Keeps a case that the policy must decide so from now on, or says anew what a kept one must come out as. The same again is done already. */
export function keepPolicyTest(ctx: ActionContext, test: KeptTest): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    // Nobody takes a draft out of others' trays by a case that they would not be shown.
    const hidden = hiddenFrom(ctx.actor);
    if (hidden !== null) return refused(hidden);
    const { id, policy, name, facts, expected, caseNumber } = test;
    if (ctx.actor.id === null || (await findPolicy(db, policy)) === null) return refused({ kind: "NOT_FOUND" });
    const known = await db
      .selectFrom("policy_test")
      .select(["policy", "name", "facts", "expected"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (known !== undefined && known.policy !== policy) return refused({ kind: "NOT_FOUND" });
    if (canonicalJson(known ?? null) === canonicalJson({ policy, name, facts, expected })) return done(policy);
    const draft = await lockDraft(db, policy);
    const shut = known === undefined ? await noRoom(db, policy) : agreedUpon(draft);
    if (shut !== null) return shut;
    await db
      .insertInto("policy_test")
      .values({
        ...{ id, policy, name, facts, expected, case_number: caseNumber },
        created_by_id: ctx.actor.id,
        created_at: ctx.clock.now(),
      })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet({ name, facts, expected })
          .where(sql<boolean>`policy_test.policy = ${policy}`),
      )
      .execute();
    if (draft?.state === "IN_REVIEW" && isUnfit(await gatherDraftFacts(db, draft))) await shutForNow(db, draft.id);
    return done(policy);
  });
}

/** Lets a kept case go. */
export function dropPolicyTest(ctx: ActionContext, id: string | null): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const hidden = hiddenFrom(ctx.actor);
    if (hidden !== null) return refused(hidden);
    const known = await db.selectFrom("policy_test").select("policy").where("id", "=", id).executeTakeFirst();
    if (known === undefined) return refused({ kind: "NOT_FOUND" });
    const shut = agreedUpon(await lockDraft(db, known.policy));
    if (shut !== null) return shut;
    await db.deleteFrom("policy_test").where("id", "=", id).execute();
    return done(known.policy);
  });
}

type Shut = { readonly ok: false; readonly error: PolicyFailure } | null;

/** What is kept is run with every change of a draft. One beyond what is run would forbid nothing, and nobody would see it. */
async function noRoom(db: Db, policy: string): Promise<Shut> {
  // Of two at once the second counts the first.
  await db.selectFrom("policy").select("name").where("name", "=", policy).forNoKeyUpdate().execute();
  const { count } = await db
    .selectFrom("policy_test")
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .where("policy", "=", policy)
    .executeTakeFirstOrThrow();
  return count < mostTests
    ? null
    : refused({ kind: "REFUSED", reasons: [{ code: "TOO_MANY_TESTS", most: mostTests }] });
}

/** What is being worked on, held, so that it is neither sent to review nor agreed to in between. */
function lockDraft(db: Db, policy: string): Promise<DraftRow | undefined> {
  return selectDrafts(db)
    .where("policy", "=", policy)
    .where("state", "in", ["DRAFT", "IN_REVIEW", "APPROVED"])
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Who reads a draft reads its test cases with it. While it is with them none is taken away or turned round behind their
 * backs: else whoever wrote the text could publish what a test forbade. Another case may be added at any time.
 */
function agreedUpon(draft: DraftRow | undefined): Shut {
  return draft === undefined || draft.state === "DRAFT"
    ? null
    : refused({ kind: "REFUSED", reasons: [{ code: "TESTS_ARE_READ" }] });
}

/** A case was added that the text decides otherwise: nobody can agree to it any more, so it waits in nobody's tray and says why. */
async function shutForNow(db: Db, draftId: string): Promise<void> {
  await db
    .updateTable("approval_request")
    .set({ detail: sql`detail || '{"unfit": true}'::jsonb` })
    .where("subject_kind", "=", "POLICY_VERSION")
    .where("subject_id", "=", draftId)
    .where("state", "=", "OPEN")
    .execute();
}
