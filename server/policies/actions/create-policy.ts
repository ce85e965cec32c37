import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { BilingualText } from "../domain/policy-content.ts";
import { policyInForce } from "../queries/policy-in-force.ts";
import { type NarrowScope, scopeLabel } from "../queries/scope-preview.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { insertDraft } from "./start-draft.ts";

export interface CreatePolicy extends NarrowScope {
  /** What a category is called; a merchant and a channel have words of their own. */
  readonly label: BilingualText | null;
}

/** Begins a policy for a narrower scope, with the text that holds for all merchants as its first draft. It decides nothing until that is published. */
export function createPolicy(ctx: ActionContext, wanted: CreatePolicy): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const { scope, value } = wanted;
    const known = await scopeLabel(db, wanted);
    const label = known !== undefined && scope === "CATEGORY" ? (wanted.label ?? known) : (known ?? null);
    if (label === null) return refused({ kind: "REFUSED", reasons: [{ code: "SCOPE_UNKNOWN" }] });
    const name = `${scope.toLowerCase()}-${value}`;
    const at = ctx.clock.now();
    const written = await db
      .insertInto("policy")
      .values({ name, scope, value, label, created_at: at })
      // By its name as by its scope: of two at once either index may be the one that meets the other first.
      .onConflict((conflict) => conflict.doNothing())
      .returning("name")
      .executeTakeFirst();
    if (written === undefined) return refused({ kind: "REFUSED", reasons: [{ code: "SCOPE_TAKEN" }] });
    const { content } = await policyInForce(db, at);
    const draft = await insertDraft(db, ctx, { policy: name, content, baseVersionId: null });
    return draft.ok ? done(draft.value) : draft;
  });
}
