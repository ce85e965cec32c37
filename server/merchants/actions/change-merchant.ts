import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import {
  changesBetween,
  isCategoryCode,
  isRegistryNumber,
  type MerchantFacts,
  type MerchantMove,
  type MerchantState,
  merchantMoves,
  type RegistryChange,
  type RegistryRefusal,
  reasonsAgainstMove,
} from "../domain/registry.ts";
import { writeRegistryEvent } from "./write-registry-event.ts";

/** What is to be different. A terminal is a part of its merchant, and counts in the merchant's version. */
export type MerchantChange =
  | { readonly kind: "CHANGED"; readonly facts: MerchantFacts }
  | { readonly kind: MerchantMove }
  | { readonly kind: "TERMINAL_ADDED"; readonly number: string }
  | { readonly kind: "TERMINAL_CLOSED" | "TERMINAL_REOPENED"; readonly terminalId: string | null };

export interface ChangeMerchant {
  /** Null: an id that nothing could have. */
  readonly merchantId: string | null;
  readonly expectedVersion: number;
  readonly reason: string | null;
  readonly change: MerchantChange;
}

export type RegistryFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly RegistryRefusal[] };

interface Found {
  readonly id: string;
  readonly facts: MerchantFacts;
  readonly state: MerchantState;
}

type Outcome = Result<readonly RegistryChange[], readonly RegistryRefusal[]>;

/** The one door to a merchant's entry: lock, compare the version, change, and write the line of history, or nothing at all. */
export function changeMerchant(
  ctx: ActionContext,
  { merchantId, expectedVersion, reason, change }: ChangeMerchant,
): Promise<Result<string, RegistryFailure>> {
  return decideInTransaction<string, RegistryFailure>(ctx.db, async (db) => {
    const row = merchantId === null ? undefined : await lockMerchant(db, merchantId);
    if (row === undefined) return refused({ kind: "NOT_FOUND" });
    if (row.version !== expectedVersion) return refused({ kind: "STALE" });
    const { id, name, name_zh: nameZh, category_code: categoryCode, state } = row;
    const now = ctx.clock.now();
    const outcome = await make(db, { id, state, facts: { name, nameZh, categoryCode } }, change, { reason, now });
    if (!outcome.ok) return refused({ kind: "REFUSED", reasons: outcome.error });
    await db
      .updateTable("merchant")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
    await writeRegistryEvent(db, {
      ...{ of: { merchantId: id }, kind: change.kind, actorId: ctx.actor.id },
      ...{ changes: outcome.value, reason, at: now },
    });
    return done(id);
  });
}

function lockMerchant(db: Db, id: string) {
  return db
    .selectFrom("merchant")
    .select(["id", "name", "name_zh", "category_code", "state", "version"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

interface Told {
  readonly reason: string | null;
  readonly now: Date;
}

function make(db: Db, found: Found, change: MerchantChange, told: Told): Promise<Outcome> {
  if (change.kind === "CHANGED") return rename(db, found, change.facts);
  if (change.kind === "TERMINAL_ADDED") return addTerminal(db, found.id, change.number, told.now);
  if ("terminalId" in change) return setTerminal(db, found.id, change.terminalId, closedAt(change.kind, told.now));
  return move(db, found, change.kind, told.reason);
}

async function rename(db: Db, { id, facts: before }: Found, after: MerchantFacts): Promise<Outcome> {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return refused([{ code: "NOTHING_CHANGES" }]);
  if (!isCategoryCode(after.categoryCode)) return refused([{ code: "CATEGORY_UNUSABLE" }]);
  await db
    .updateTable("merchant")
    .set({ name: after.name, name_zh: after.nameZh, category_code: after.categoryCode })
    .where("id", "=", id)
    .execute();
  return done(changes);
}

async function move(db: Db, { id, state }: Found, to: MerchantMove, reason: string | null): Promise<Outcome> {
  const reasons = reasonsAgainstMove(to, { state, reason });
  if (reasons.length > 0) return refused(reasons);
  await db.updateTable("merchant").set({ state: merchantMoves[to].to }).where("id", "=", id).execute();
  return done([]);
}

async function addTerminal(db: Db, merchantId: string, number: string, now: Date): Promise<Outcome> {
  if (!isRegistryNumber(number)) return refused([{ code: "TERMINAL_UNUSABLE" }]);
  const added = await db
    .insertInto("terminal")
    .values({ id: newId(), merchant_id: merchantId, terminal_number: number, created_at: now })
    .onConflict((conflict) => conflict.columns(["merchant_id", "terminal_number"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added === undefined) return refused([{ code: "TERMINAL_TAKEN" }]);
  return done([{ field: "TERMINAL", before: null, after: number }]);
}

async function setTerminal(
  db: Db,
  merchantId: string,
  terminalId: string | null,
  closed: Date | null,
): Promise<Outcome> {
  if (terminalId === null) return refused([{ code: "TERMINAL_UNKNOWN" }]);
  const found = await db
    .selectFrom("terminal")
    .select(["terminal_number", "closed_at"])
    .where("id", "=", terminalId)
    .where("merchant_id", "=", merchantId)
    .executeTakeFirst();
  if (found === undefined) return refused([{ code: "TERMINAL_UNKNOWN" }]);
  if ((found.closed_at === null) === (closed === null)) return refused([{ code: "TERMINAL_STANDS_SO" }]);
  await db.updateTable("terminal").set({ closed_at: closed }).where("id", "=", terminalId).execute();
  return done([{ field: "TERMINAL", before: null, after: found.terminal_number }]);
}

function closedAt(kind: "TERMINAL_CLOSED" | "TERMINAL_REOPENED", now: Date): Date | null {
  return kind === "TERMINAL_CLOSED" ? now : null;
}
