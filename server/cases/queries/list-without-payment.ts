import { sql } from "kysely";
import { money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Slip } from "../../transactions/domain/slip.ts";

/** An open case whose payment was not on file, with what its customer read off the slip. */
export interface CaseWithoutPayment {
  readonly caseId: string;
  readonly merchantId: string;
  readonly slip: Slip;
}

/** As the first event keeps it: amounts as text. */
type KeptSlip = Omit<Slip, "paid"> & { readonly paid: { readonly minor: string; readonly currency: string } | null };

/** Open cases without a payment, in the order of ids. */
export async function listWithoutPayment(
  db: Db,
  afterId: string,
  many: number,
): Promise<readonly CaseWithoutPayment[]> {
  const rows = await db
    .selectFrom("cases")
    .innerJoin("case_event as opened", (join) =>
      join.onRef("opened.case_id", "=", "cases.id").on("opened.sequence", "=", sql.lit(1)),
    )
    .where("cases.transaction_id", "is", null)
    .where("cases.closed_at", "is", null)
    .where("cases.id", ">", afterId)
    .where(sql<boolean>`opened.data ? 'slip'`)
    .select(["cases.id", "cases.merchant_id", sql<KeptSlip>`opened.data -> 'slip'`.as("slip")])
    .orderBy("cases.id")
    .limit(sql.lit(many))
    .execute();
  return rows.map(({ id, merchant_id, slip }) => ({
    caseId: id,
    merchantId: merchant_id,
    slip: { ...slip, paid: slip.paid === null ? null : money(BigInt(slip.paid.minor), slip.paid.currency) },
  }));
}
