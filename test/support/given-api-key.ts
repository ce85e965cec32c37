import type { Db } from "../../server/platform/database/database.ts";
import { writeApiKey } from "../../server/staff/actions/write-api-key.ts";
import { neverInKey } from "../../server/staff/domain/key-scopes.ts";
import { type Permission, permissions } from "../../server/staff/domain/permissions.ts";

const everything = permissions.filter((right) => neverInKey[right] === undefined);

/** The secret of a fresh key that may do whatever its maker may and a key can. */
export async function givenApiKey(
  db: Db,
  staffId: string,
  now: Date,
  scopes: readonly Permission[] = everything,
): Promise<string> {
  return (await writeApiKey(db, { staffId, name: "test", scopes, days: 30 }, now)).secret;
}
