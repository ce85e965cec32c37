import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { type Actor, staffActor } from "../../staff/domain/actor.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import { emailOf } from "../demo-staff.ts";
import type { DemoColleague } from "../plan/demo-colleagues.ts";

/** Who acts in the histories: the desk's own by address, the others by what they answer for. */
export interface DemoPeople {
  person(address: string): Actor;
  verifierOf(merchant: number): Actor;
  officerOf(network: string): Actor;
}

export async function findPeople(db: Db, colleagues: readonly DemoColleague[]): Promise<DemoPeople> {
  const roles = await readRoleBook(db);
  const rows = await db
    .selectFrom("staff")
    .select(["id", "email", "name", "role", "merchant_id as merchantId", "institution_id as institutionId"])
    .where("email", "=", sql<string>`any(${colleagues.map(({ address }) => emailOf(address))})`)
    .execute();
  const actors = new Map(rows.map(({ email, ...member }) => [email, staffActor({ ...member, roles })]));
  const find = (wanted: (colleague: DemoColleague) => boolean): Actor => {
    const colleague = colleagues.find(wanted);
    const actor = colleague === undefined ? undefined : actors.get(emailOf(colleague.address));
    if (actor === undefined) throw new Error("The demo has nobody for that");
    return actor;
  };
  return {
    person: (address) => find((one) => one.address === address),
    verifierOf: (merchant) => find((one) => one.merchant === merchant),
    officerOf: (network) => find((one) => one.network === network),
  };
}
