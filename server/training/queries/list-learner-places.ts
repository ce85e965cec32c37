import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

const mostPlaces = 200;

/** Merchants and banks that have somebody at work here, by name. */
export async function listLearnerPlaces(db: Db) {
  const of = (table: "merchant" | "institution", column: "merchant_id" | "institution_id") =>
    db
      .selectFrom(table)
      .select(["id", "name", "name_zh"])
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom("staff")
            .select("staff.id")
            .whereRef(`staff.${column}`, "=", `${table}.id`)
            .where("staff.active", "=", true),
        ),
      )
      .orderBy("name")
      .orderBy("id")
      .limit(sql.lit(mostPlaces))
      .execute();
  const [merchants, banks] = await Promise.all([of("merchant", "merchant_id"), of("institution", "institution_id")]);
  return [
    ...merchants.map((row) => ({ ...row, isMerchant: true })),
    ...banks.map((row) => ({ ...row, isMerchant: false })),
  ];
}
