import type { Db } from "../../platform/database/database.ts";
import type { PlacedVersion } from "../domain/timeline.ts";
import { standing } from "./policy-versions.ts";

export interface LockedVersion extends PlacedVersion {
  readonly version: number;
  readonly minor: number;
  /** Not withdrawn before it began. */
  readonly standing: boolean;
}

/**
 * Every version of a policy that was ever published, the newest first. Whoever publishes, withdraws or ends waits for the
 * other, so that each sees what the other has ended.
 */
export async function lockVersions(db: Db, policy: string): Promise<readonly LockedVersion[]> {
  await db.selectFrom("policy").select("name").where("name", "=", policy).forUpdate().execute();
  return db
    .selectFrom("policy_version")
    .select(["id", "version", "minor", "displaces", standing().as("standing")])
    .select(["effective_from as effectiveFrom", "effective_until as effectiveUntil"])
    .where("policy", "=", policy)
    .orderBy("effective_from", "desc")
    .execute();
}
