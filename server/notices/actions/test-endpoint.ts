import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { deliveriesTo } from "../domain/readers.ts";
import type { EndpointFailure } from "./change-endpoint.ts";
import { insertNotices } from "./insert-notices.ts";
import { writeEndpointEvent } from "./write-endpoint-event.ts";

/**
 * Sends one signed event that says nothing, the way every other goes: through the outbox, with its tries and its log. The
 * same key sends once.
 */
export function testEndpoint(
  ctx: ActionContext,
  { endpointId, key }: { readonly endpointId: string | null; readonly key: string },
): Promise<Result<string, EndpointFailure>> {
  return decideInTransaction<string, EndpointFailure>(ctx.db, async (db) => {
    if (endpointId === null) return refused({ kind: "NOT_FOUND" });
    const found = await db
      .selectFrom("webhook_endpoint")
      .selectAll()
      .where("id", "=", endpointId)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return refused({ kind: "NOT_FOUND" });
    if (found.disabled_at !== null) return refused({ kind: "REFUSED", reasons: [{ code: "PAUSED" }] });
    const { id, url, audience, merchant_id: merchantId, institution_id: institutionId } = found;
    const systems = [{ endpointId: id, url, merchantId, institutionId }];
    const deliveries = deliveriesTo(audience, ["WEBHOOK"], { console: [], people: [], systems });
    const nothingElse = { fields: {}, caseId: null, eventId: null, link: null } as const;
    const written = await insertNotices(db, ctx, [
      { kind: "ENDPOINT_TESTED", audience, deliveries, writeKey: `endpoint test ${id} ${key}`, ...nothingElse },
    ]);
    if (written > 0)
      await writeEndpointEvent(db, { endpointId: id, kind: "TESTED", actorId: ctx.actor.id, at: ctx.clock.now() });
    return done(id);
  });
}
