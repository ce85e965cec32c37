import type { Db } from "../../platform/database/database.ts";
import { demoStaff, emailOf } from "../demo-staff.ts";
import { openingFrom } from "../plan/desk-time.ts";

/** The moment for which the demo's shops, people and requests were written; null while they are not. */
export async function findDeskOpening(db: Db): Promise<Date | null> {
  const [first] = demoStaff;
  const found = await db
    .selectFrom("staff")
    .select("created_at")
    .where("email", "=", emailOf(first.address))
    .executeTakeFirst();
  return found === undefined ? null : openingFrom(found.created_at);
}
