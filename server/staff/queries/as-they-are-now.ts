import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../domain/actor.ts";
import { findActorAgain } from "./find-actor.ts";

/**
 * Whoever speaks with the rights, the delegations and the records that they have at this moment; null: they are gone. For
 * what one request does piece by piece, and for what waited behind a lock.
 */
export async function asTheyAreNow(db: Db, actor: Actor, at: Date): Promise<Actor | null> {
  return actor.id === null ? actor : findActorAgain(db, { id: actor.id, keyId: actor.key?.id ?? null }, at);
}
