import { sha256 } from "../../platform/journal.ts";
import type { House } from "../../request-context.ts";
import { type Actor, customerActor } from "../../staff/domain/actor.ts";
import { bookAt, roleRevision } from "../../staff/queries/find-role-book.ts";

/** How long the link of a closed case still opens it: longer than any window in which something can follow. */
export const linkOutlivesCaseByDays = 180;

/** The customer behind a private link; null for a wrong and for an expired one, which are told apart by nobody. */
export async function findCustomer(house: Pick<House, "db" | "clock">, token: string): Promise<Actor | null> {
  if (token.length < 16 || token.length > 200) return null;
  const now = house.clock.now();
  const found = await house.db
    .selectFrom("cases")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .select(["cases.id", "customer.name", roleRevision.as("role_revision")])
    .where("cases.link_hash", "=", sha256(token))
    .where("cases.link_expires_at", ">", now)
    .where((eb) =>
      eb.or([
        eb("cases.closed_at", "is", null),
        eb("cases.closed_at", ">", new Date(now.getTime() - linkOutlivesCaseByDays * 86_400_000)),
      ]),
    )
    .executeTakeFirst();
  if (found === undefined) return null;
  return customerActor(found.id, found.name ?? "", await bookAt(house.db, found.role_revision));
}
