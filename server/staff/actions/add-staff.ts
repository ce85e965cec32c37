import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Login } from "../../platform/login/login.ts";
import type { StaffRole } from "../domain/roles.ts";

/** A new member of staff with their first password. */
export interface NewStaff {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly merchantId?: string;
  readonly institutionId?: string;
}

/**
 * Adds a member of staff, or gives the one that has this address. Log-in is not in our transaction, so it comes first:
 * a log-in without a member of staff opens nothing, and the next call finds it.
 */
export async function addStaff(db: Db, login: Login, person: NewStaff, now: Date): Promise<string> {
  const email = person.email.toLowerCase();
  const loginId = await login.createLogin({ email, password: person.password, name: person.name });
  const id = newId();
  const added = await db
    .insertInto("staff")
    .values({
      id,
      login_id: loginId,
      email,
      name: person.name,
      role: person.role,
      merchant_id: person.merchantId ?? null,
      institution_id: person.institutionId ?? null,
      active: true,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("email").doUpdateSet({ login_id: loginId }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return added.id;
}
