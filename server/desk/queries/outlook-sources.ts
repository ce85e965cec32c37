import { sql } from "kysely";
import type { Bilingual } from "../../kernel/calendar.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { rolesWith } from "../../staff/domain/role-book.ts";
import { readRoleBook } from "../../staff/queries/find-role-book.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";

export interface OutlookSources {
  readonly merchant: Bilingual;
  /** What the latest refund holds and a release would set free. */
  readonly releasableMinor: bigint;
  /** What the latest refund is about. */
  readonly refundMinor: bigint | null;
  /** What the latest dispute is about. */
  readonly disputedMinor: bigint | null;
  /** Of the complaint that is open; null where none is. */
  readonly agency: string | null;
  readonly network: CardNetwork | null;
  /** Of the card that paid: money goes back to no other. */
  readonly cardLast4: string | null;
  /** The policy's latest word; null where it has said none. */
  readonly policy: { readonly version: number; readonly rowNumber: number | null } | null;
  /** What the policy's latest word against the case is; null where it does not decline. */
  readonly because: Bilingual | null;
}

/** What an outlook reads beside the facts of the rules, in one statement. */
export async function outlookSources(db: Db, caseId: string): Promise<OutlookSources> {
  const row = await db
    .selectFrom("cases")
    .innerJoin("merchant", "merchant.id", "cases.merchant_id")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom("decision")
          .innerJoin("policy_version", "policy_version.id", "decision.policy_version_id")
          .whereRef("decision.case_id", "=", "cases.id")
          .select(["policy_version.version", "decision.row_number"])
          .orderBy("decision.at", "desc")
          .orderBy("decision.id", "desc")
          .limit(1)
          .as("said"),
      (join) => join.onTrue(),
    )
    .where("cases.id", "=", caseId)
    .select([
      "transaction.network",
      "transaction.card_last4",
      "merchant.name",
      "merchant.name_zh",
      "said.version",
      "said.row_number",
      sql<
        string | null
      >`(select case when state in ('AWAITING_APPROVAL', 'FAILED') and holds_money then amount_minor end::text
        from refund where case_id = cases.id order by created_at desc, id desc limit 1)`.as("releasable"),
      sql<string | null>`(select amount_minor::text from refund where case_id = cases.id
        order by created_at desc, id desc limit 1)`.as("refund"),
      sql<string | null>`(select amount_minor::text from dispute where case_id = cases.id
        order by id desc limit 1)`.as("disputed"),
      sql<string | null>`(select agency from referral where case_id = cases.id and ended_at is null
        order by lodged_at desc limit 1)`.as("agency"),
      sql<Bilingual | null>`(select case when outcome = 'DECLINE' then trace->'because' end from decision
        where case_id = cases.id order by at desc, id desc limit 1)`.as("because"),
    ])
    .executeTakeFirstOrThrow();
  return {
    merchant: { zh: row.name_zh ?? row.name, en: row.name },
    releasableMinor: BigInt(row.releasable ?? "0"),
    refundMinor: row.refund === null ? null : BigInt(row.refund),
    disputedMinor: row.disputed === null ? null : BigInt(row.disputed),
    agency: row.agency,
    network: row.network,
    cardLast4: row.card_last4,
    policy: row.version === null ? null : { version: row.version, rowNumber: row.row_number },
    because: row.because,
  };
}

const mostNamed = 5;

/** Who could give this agreement, a few of them by name; nobody of those who are barred from it. */
export async function whoMayAgree(db: Db, right: Permission, barred: readonly string[]) {
  return db
    .selectFrom("staff")
    .select(["id", "name", "role", "active", "email"])
    .where("active", "=", true)
    .where("role", "in", rolesWith(await readRoleBook(db), right))
    .where(sql<boolean>`id <> all(${barred}::uuid[])`)
    .orderBy("name")
    .orderBy("id")
    .limit(mostNamed)
    .execute();
}
