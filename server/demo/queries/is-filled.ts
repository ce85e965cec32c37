import type { Db } from "../../platform/database/database.ts";
import { emailOf, lastPerson } from "../demo-staff.ts";

/** Whether everything of the demo is there. */
export async function isFilled(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom("staff")
    .select("id")
    .where("email", "=", emailOf(lastPerson.address))
    .executeTakeFirst();
  return found !== undefined;
}
