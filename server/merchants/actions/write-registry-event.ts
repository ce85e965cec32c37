import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { RegistryChange, RegistryEventKind } from "../domain/registry.ts";

export interface NewRegistryEvent {
  readonly of: { readonly merchantId: string } | { readonly institutionId: string };
  readonly kind: RegistryEventKind;
  readonly actorId: string | null;
  readonly changes?: readonly RegistryChange[];
  readonly reason?: string | null;
  readonly at: Date;
}

/** One more line of an entry's history, in the transaction that makes it true. */
export async function writeRegistryEvent(db: Db, event: NewRegistryEvent): Promise<void> {
  const { of, kind, actorId, changes = [], reason = null, at } = event;
  await db
    .insertInto("registry_event")
    .values({
      ...{ id: newId(), kind, actor_id: actorId, reason, at },
      // As text: the driver would take a list for one of the database's own.
      changes: sql<readonly RegistryChange[]>`${JSON.stringify(changes)}::jsonb`,
      merchant_id: "merchantId" in of ? of.merchantId : null,
      institution_id: "institutionId" in of ? of.institutionId : null,
    })
    .execute();
}
