import type { Db } from "../../platform/database/database.ts";
import { demoStaff, emailOf } from "../demo-staff.ts";

/** The desk's people come with everything else in one transaction, so where one of them is, all is. */
export async function isFilled(db: Db): Promise<boolean> {
  const [first] = demoStaff;
  if (first === undefined) return true;
  const found = await db
    .selectFrom("staff")
    .select("id")
    .where("email", "=", emailOf(first.address))
    .executeTakeFirst();
  return found !== undefined;
}
