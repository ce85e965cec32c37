import type { Db } from "../../platform/database/database.ts";
import { voucherSpellings } from "../../transactions/domain/slip.ts";
import { phoneSpellings } from "../domain/contact.ts";
import type { LostLink } from "../domain/lost-link.ts";
import { linkOutlivesCaseByDays } from "./find-customer.ts";

/** The latest case of this number and this customer that a link still opens; undefined where any of it does not fit. */
export async function findLostCase(db: Db, { number, contact }: LostLink, now: Date): Promise<string | undefined> {
  const ended = new Date(now.getTime() - linkOutlivesCaseByDays * 86_400_000);
  const found = await db
    .selectFrom("cases")
    .innerJoin("customer", "customer.id", "cases.customer_id")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .select("cases.id")
    .where((eb) =>
      "email" in contact
        ? eb("customer.email", "=", contact.email)
        : eb("customer.phone", "in", phoneSpellings(contact.phone)),
    )
    .where((eb) =>
      eb.or([
        eb("cases.number", "=", number),
        eb("transaction.voucher_number", "in", voucherSpellings(number)),
        eb("transaction.retrieval_reference", "=", number),
      ]),
    )
    .where((eb) => eb.or([eb("cases.closed_at", "is", null), eb("cases.closed_at", ">", ended)]))
    .orderBy("cases.opened_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}
