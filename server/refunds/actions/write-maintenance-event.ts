import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { MaintenanceEventKind } from "../domain/maintenance.ts";

interface NewMaintenanceEvent {
  readonly maintenanceId: string;
  readonly kind: MaintenanceEventKind;
  readonly actorId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly at: Date;
}

/** One line of a window's history with its times as they were then, in the transaction that makes it true. */
export async function writeMaintenanceEvent(db: Db, event: NewMaintenanceEvent): Promise<void> {
  await db
    .insertInto("provider_maintenance_event")
    .values({
      id: newId(),
      maintenance_id: event.maintenanceId,
      kind: event.kind,
      actor_id: event.actorId,
      starts_at: event.startsAt,
      ends_at: event.endsAt,
      at: event.at,
    })
    .execute();
}
