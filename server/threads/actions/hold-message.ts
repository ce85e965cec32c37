import { decide } from "../../cases/domain/decide.ts";
import type { Refusal } from "../../cases/domain/refusal.ts";
import { gatherFacts } from "../../cases/queries/gather-facts.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import { HOLD_SECONDS, type OutsideThread } from "../domain/words.ts";

export interface NewHeldMessage {
  readonly caseId: string;
  readonly key: string;
  readonly thread: OutsideThread;
  readonly message: string;
}

export type HoldFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "KEY_REUSED" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly Refusal[] };

/**
 * Keeps a message back for as long as its writer can take it back. It and the job that sends it are written together;
 * nothing reaches its thread before, and a tab that is closed meanwhile loses nothing.
 */
export function holdMessage(ctx: ActionContext, told: NewHeldMessage): Promise<Result<string, HoldFailure>> {
  return decideInTransaction<string, HoldFailure>(ctx.db, async (trx) => {
    const { caseId, key, thread, message } = told;
    const { id: authorId } = ctx.actor;
    const seen = await casesInSight(trx, ctx.actor)
      .where("cases.id", "=", caseId)
      .select("cases.id")
      .executeTakeFirst();
    // Without a name there is nobody to take it back: a customer's words are sent at once.
    if (seen === undefined || authorId === null) return refused({ kind: "NOT_FOUND" });
    const facts = (await gatherFacts(ctx, trx, [caseId])).get(caseId)?.facts;
    if (facts === undefined) return refused({ kind: "NOT_FOUND" });
    const verdict = decide(facts, { action: "SEND_MESSAGE", input: { thread, message } }, ctx.actor);
    if (!verdict.ok) return refused({ kind: "REFUSED", reasons: verdict.error });

    const now = ctx.clock.now();
    const sendsAt = new Date(now.getTime() + HOLD_SECONDS * 1000);
    const inputHash = sha256(canonicalJson([caseId, thread, message]));
    const held = await trx
      .insertInto("held_message")
      .values({
        ...{ id: newId(), case_id: caseId, author_id: authorId, key, thread, body: message, input_hash: inputHash },
        ...{ state: "HELD", sends_at: sendsAt, created_at: now },
      })
      .onConflict((conflict) => conflict.columns(["author_id", "key"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (held !== undefined) {
      await ctx.jobs.enqueue(trx, "send-held-message", { heldId: held.id }, { startAfter: sendsAt, key: held.id });
      return done(held.id);
    }
    const known = await trx
      .selectFrom("held_message")
      .select(["id", "input_hash"])
      .where("author_id", "=", authorId)
      .where("key", "=", key)
      .executeTakeFirstOrThrow();
    return known.input_hash === inputHash ? done(known.id) : refused({ kind: "KEY_REUSED" });
  });
}
