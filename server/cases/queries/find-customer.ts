import { sha256 } from "../../platform/journal.ts";
import type { House } from "../../request-context.ts";
import { type Actor, customerActor } from "../../staff/domain/actor.ts";

/** The customer behind a private link; null for a wrong and for an expired one, which are told apart by nobody. */
export async function findCustomer(house: Pick<House, "db" | "clock">, token: string): Promise<Actor | null> {
  const found = await house.db
    .selectFrom("cases")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .select(["cases.id", "customer.name"])
    .where("cases.link_hash", "=", sha256(token))
    .where("cases.link_expires_at", ">", house.clock.now())
    .executeTakeFirst();
  return found === undefined ? null : customerActor(found.id, found.name ?? "");
}
