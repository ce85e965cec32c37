import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { StaffRole } from "../domain/roles.ts";
import type { StaffEventKind } from "../domain/staff-life.ts";

export interface NewStaffEvent {
  readonly staffId: string;
  readonly kind: StaffEventKind;
  readonly actorId: string | null;
  readonly role: StaffRole;
  readonly reason?: string | null;
  readonly movedCases?: number | null;
  readonly at: Date;
}

/** One more line of somebody's history at the desk, in the transaction that makes it true. */
export async function writeStaffEvent(db: Db, event: NewStaffEvent): Promise<void> {
  const { staffId, kind, actorId, role, reason = null, movedCases = null, at } = event;
  await db
    .insertInto("staff_event")
    .values({ id: newId(), staff_id: staffId, kind, actor_id: actorId, role, reason, moved_cases: movedCases, at })
    .execute();
}
