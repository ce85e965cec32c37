import type { AccessKind } from "../staff/domain/access-kinds.ts";
import type { Db } from "./database/database.ts";

export interface Access {
  readonly viewerId: string;
  readonly caseId: string;
  readonly kind: AccessKind;
  readonly at: Date;
}

/**
 * Writes down who is about to see personal data of which case, one line a viewer, case, way and hour. It resolves once that
 * is committed, and whoever shows the data waits for it: what could not be written down is not shown. What this process has
 * written within the hour costs no statement again.
 */
export type NoteAccess = (db: Db, accesses: readonly Access[]) => Promise<void>;
