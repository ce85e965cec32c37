import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { EndpointEventKind } from "../domain/endpoint.ts";

interface NewEndpointEvent {
  readonly endpointId: string;
  readonly kind: EndpointEventKind;
  readonly actorId: string | null;
  readonly before?: string;
  readonly after?: string;
  readonly at: Date;
}

/** One line of an endpoint's history, in the transaction that makes it true. */
export async function writeEndpointEvent(
  db: Db,
  { endpointId, kind, actorId, before, after, at }: NewEndpointEvent,
): Promise<void> {
  const values = { id: newId(), endpoint_id: endpointId, kind, actor_id: actorId, at };
  await db
    .insertInto("webhook_endpoint_event")
    .values({ ...values, before: before ?? null, after: after ?? null })
    .execute();
}
