import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { isProviderId } from "../../providers/domain/provider-rules.ts";
import type { ActionContext } from "../../request-context.ts";
import { judgeAddress } from "../channels/endpoint-address.ts";
import { type EndpointRefusal, mostEndpoints } from "../domain/endpoint.ts";
import { writeEndpointEvent } from "./write-endpoint-event.ts";

export type EndpointOwner =
  | { readonly audience: "MERCHANT"; readonly merchantId: string | null }
  | { readonly audience: "BANK"; readonly institutionId: string | null }
  | { readonly audience: "PROVIDER"; readonly provider: string };

export interface NewEndpoint {
  /** Null: none or several were named. */
  readonly owner: EndpointOwner | null;
  readonly url: string;
}

/** Registers where an owner's system hears of its notices. Owner and address are the key: sent twice, the second is told. */
export function registerEndpoint(
  ctx: ActionContext,
  { owner, url: typed }: NewEndpoint,
): Promise<Result<string, readonly EndpointRefusal[]>> {
  return decideInTransaction<string, readonly EndpointRefusal[]>(ctx.db, async (db) => {
    const { url, reasons } = judgeAddress(typed, ctx.webhookAddresses);
    const against = [...(await reasonsAgainstOwner(db, owner)), ...reasons];
    if (against.length > 0 || owner === null) return refused(against);
    const [id, at] = [newId(), ctx.clock.now()];
    const added = await db
      .insertInto("webhook_endpoint")
      .values({ id, audience: owner.audience, ...columnsOf(owner), url, created_at: at })
      .onConflict((conflict) => conflict.columns(["merchant_id", "institution_id", "provider", "url"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added === undefined) return refused([{ code: "ADDRESS_TAKEN" }]);
    await writeEndpointEvent(db, { endpointId: id, kind: "REGISTERED", actorId: ctx.actor.id, after: url, at });
    return done(id);
  });
}

function columnsOf(owner: EndpointOwner) {
  return {
    merchant_id: owner.audience === "MERCHANT" ? owner.merchantId : null,
    institution_id: owner.audience === "BANK" ? owner.institutionId : null,
    provider: owner.audience === "PROVIDER" ? owner.provider : null,
  };
}

async function reasonsAgainstOwner(db: Db, owner: EndpointOwner | null): Promise<readonly EndpointRefusal[]> {
  if (owner === null) return [{ code: "OWNER_UNCLEAR" }];
  if (!(await isThere(db, owner))) return [{ code: "OWNER_UNKNOWN" }];
  const { merchant_id, institution_id, provider } = columnsOf(owner);
  const { count } = await db
    .selectFrom("webhook_endpoint")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("merchant_id", "is not distinct from", merchant_id)
    .where("institution_id", "is not distinct from", institution_id)
    .where("provider", "is not distinct from", provider)
    .executeTakeFirstOrThrow();
  return Number(count) >= mostEndpoints ? [{ code: "TOO_MANY" }] : [];
}

/** Locks the owner's row, so that of two at once the second counts the first. */
async function isThere(db: Db, owner: EndpointOwner): Promise<boolean> {
  if (owner.audience === "PROVIDER") return isProviderId(owner.provider);
  const [table, id] =
    owner.audience === "MERCHANT"
      ? (["merchant", owner.merchantId] as const)
      : (["institution", owner.institutionId] as const);
  if (id === null) return false;
  return (await db.selectFrom(table).select("id").where("id", "=", id).forUpdate().executeTakeFirst()) !== undefined;
}
