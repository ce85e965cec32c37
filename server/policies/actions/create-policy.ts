import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { PolicyScope } from "../domain/choose-policy.ts";
import type { BilingualText } from "../domain/policy-content.ts";
import { channelWords } from "../domain/policy-words.ts";
import { policyInForce } from "../queries/policy-in-force.ts";
import type { PolicyFailure } from "./change-draft.ts";
import { insertDraft } from "./start-draft.ts";

export interface CreatePolicy {
  readonly scope: Exclude<PolicyScope, "EVERYONE">;
  /** The merchant's row id, the category's four digits, or the channel. */
  readonly value: string;
  /** Whom it holds for, in words; a merchant and a channel have words of their own. */
  readonly label: BilingualText | null;
}

/** Begins a policy for a narrower scope, with the text that holds for everyone as its first draft. It decides nothing until that is published. */
export function createPolicy(ctx: ActionContext, wanted: CreatePolicy): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const label = await labelOf(db, wanted);
    if (label === null) return refused({ kind: "REFUSED", reasons: [{ code: "SCOPE_UNKNOWN" }] });
    const { scope, value } = wanted;
    const name = `${scope.toLowerCase()}-${value}`;
    const at = ctx.clock.now();
    const written = await db
      .insertInto("policy")
      .values({ name, scope, value, label, created_at: at })
      .onConflict((conflict) => conflict.columns(["scope", "value"]).doNothing())
      .returning("name")
      .executeTakeFirst();
    if (written === undefined) return refused({ kind: "REFUSED", reasons: [{ code: "SCOPE_TAKEN" }] });
    const { content } = await policyInForce(db, at);
    const draft = await insertDraft(db, ctx, { policy: name, content, baseVersionId: null });
    return draft.ok ? done(draft.value) : draft;
  });
}

async function labelOf(db: Db, { scope, value, label }: CreatePolicy): Promise<BilingualText | null> {
  if (scope === "CHANNEL") return channelWords[value] ?? null;
  if (scope === "CATEGORY") return /^\d{4}$/.test(value) ? label : null;
  const merchant = await db
    .selectFrom("merchant")
    .select(["name", "name_zh"])
    .where("id", "=", value)
    .executeTakeFirst();
  return merchant === undefined ? null : { zh: merchant.name_zh ?? merchant.name, en: merchant.name };
}
