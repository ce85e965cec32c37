import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { judgeAddress } from "../channels/endpoint-address.ts";
import { type EndpointRefusal, nextSecret } from "../domain/endpoint.ts";
import { maskAddress } from "../domain/mask-address.ts";
import { writeEndpointEvent } from "./write-endpoint-event.ts";

export type EndpointChange =
  | { readonly kind: "CHANGED"; readonly url: string }
  /** `endsOldNow`: the old secret has leaked, so that nothing is signed with it any more. */
  | { readonly kind: "ROTATED"; readonly endsOldNow: boolean }
  | { readonly kind: "PAUSED" | "RESUMED" };

export interface ChangeEndpoint {
  /** Null: an id that nothing could have. */
  readonly endpointId: string | null;
  readonly expectedVersion: number;
  readonly change: EndpointChange;
}

export type EndpointFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly EndpointRefusal[] };

interface Found {
  readonly id: string;
  readonly url: string;
  readonly secret_version: number;
  readonly old_secret_from: number | null;
  readonly old_secret_until: Date | null;
  readonly disabled_at: Date | null;
}
type Made = Result<{ readonly before?: string; readonly after?: string }, readonly EndpointRefusal[]>;

/** The one door to an endpoint: lock, compare the version, change, and write the line of history, or nothing at all. */
export function changeEndpoint(
  ctx: ActionContext,
  { endpointId, expectedVersion, change }: ChangeEndpoint,
): Promise<Result<string, EndpointFailure>> {
  return decideInTransaction<string, EndpointFailure>(ctx.db, async (db) => {
    const found = endpointId === null ? undefined : await lockEndpoint(db, endpointId);
    if (found === undefined) return refused({ kind: "NOT_FOUND" });
    if (found.version !== expectedVersion) return refused({ kind: "STALE" });
    const made = await make(db, ctx, found, change);
    if (!made.ok) return refused({ kind: "REFUSED", reasons: made.error });
    await db
      .updateTable("webhook_endpoint")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", found.id)
      .execute();
    const by = { endpointId: found.id, actorId: ctx.actor.id, at: ctx.clock.now() };
    await writeEndpointEvent(db, { ...by, kind: change.kind, ...made.value });
    return done(found.id);
  });
}

function lockEndpoint(db: Db, id: string) {
  return db.selectFrom("webhook_endpoint").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

function make(db: Db, ctx: ActionContext, found: Found, change: EndpointChange): Promise<Made> {
  switch (change.kind) {
    case "CHANGED":
      return move(db, ctx, found, change.url);
    case "ROTATED":
      return rotate(db, found, change.endsOldNow, ctx.clock.now());
    case "PAUSED":
      return pause(db, found, ctx.clock.now());
    case "RESUMED":
      return resume(db, found);
  }
}

/** What waits, or was given up, goes to the new address: it was meant for the owner, not for the address. */
async function move(db: Db, ctx: ActionContext, { id, url: before }: Found, typed: string): Promise<Made> {
  const { url: after, reasons } = judgeAddress(typed, ctx.webhookAddresses);
  if (reasons.length > 0) return refused(reasons);
  if (after === before) return refused([{ code: "ADDRESS_SAME" }]);
  const moved = await db
    .updateTable("webhook_endpoint as own")
    .set({ url: after })
    .where("own.id", "=", id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("webhook_endpoint as other")
            .select("other.id")
            .where("other.url", "=", after)
            .whereRef("other.merchant_id", "is not distinct from", "own.merchant_id")
            .whereRef("other.institution_id", "is not distinct from", "own.institution_id")
            .whereRef("other.provider", "is not distinct from", "own.provider"),
        ),
      ),
    )
    .returning("own.id")
    .executeTakeFirst();
  if (moved === undefined) return refused([{ code: "ADDRESS_TAKEN" }]);
  await db
    .updateTable("notice")
    .set({ address: after, address_masked: maskAddress(after) })
    .where("endpoint_id", "=", id)
    .where("state", "in", ["WAITING", "DEAD"])
    .execute();
  return done({ before, after });
}

async function rotate(db: Db, { id, ...found }: Found, endsOldNow: boolean, now: Date): Promise<Made> {
  const { secret_version: secretVersion, old_secret_from: oldSecretFrom, old_secret_until: oldSecretUntil } = found;
  const next = nextSecret({ secretVersion, oldSecretFrom, oldSecretUntil }, endsOldNow, now);
  await db
    .updateTable("webhook_endpoint")
    .set({
      ...{ secret_version: next.secretVersion },
      ...{ old_secret_from: next.oldSecretFrom, old_secret_until: next.oldSecretUntil },
    })
    .where("id", "=", id)
    .execute();
  return done({});
}

async function pause(db: Db, { id, disabled_at }: Found, now: Date): Promise<Made> {
  if (disabled_at !== null) return refused([{ code: "PAUSED_ALREADY" }]);
  await db.updateTable("webhook_endpoint").set({ disabled_at: now }).where("id", "=", id).execute();
  return done({});
}

async function resume(db: Db, { id, disabled_at }: Found): Promise<Made> {
  if (disabled_at === null) return refused([{ code: "ACTIVE_ALREADY" }]);
  await db.updateTable("webhook_endpoint").set({ disabled_at: null }).where("id", "=", id).execute();
  return done({});
}
