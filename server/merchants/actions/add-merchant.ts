import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { isCategoryCode, isRegistryNumber, type MerchantFacts, type RegistryRefusal } from "../domain/registry.ts";
import { writeRegistryEvent } from "./write-registry-event.ts";

export interface NewMerchant extends MerchantFacts {
  readonly number: string;
}

/** Registers a merchant before a settlement file names it. The number is the key: sent twice, the second is told. */
export function addMerchant(
  ctx: ActionContext,
  { number, name, nameZh, categoryCode }: NewMerchant,
): Promise<Result<string, readonly RegistryRefusal[]>> {
  return decideInTransaction<string, readonly RegistryRefusal[]>(ctx.db, async (db) => {
    const reasons: RegistryRefusal[] = [];
    if (!isRegistryNumber(number)) reasons.push({ code: "NUMBER_UNUSABLE" });
    if (!isCategoryCode(categoryCode)) reasons.push({ code: "CATEGORY_UNUSABLE" });
    if (reasons.length > 0) return refused(reasons);
    const [id, at] = [newId(), ctx.clock.now()];
    const added = await db
      .insertInto("merchant")
      .values({ id, merchant_number: number, name, name_zh: nameZh, category_code: categoryCode, created_at: at })
      .onConflict((conflict) => conflict.column("merchant_number").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return refused([{ code: "NUMBER_TAKEN" }]);
    await writeRegistryEvent(db, { of: { merchantId: id }, kind: "ADDED", actorId: ctx.actor.id, at });
    return done(id);
  });
}
