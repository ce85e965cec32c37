import { sql } from "kysely";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { addStaff } from "../../server/staff/actions/add-staff.ts";
import { writeApiKey } from "../../server/staff/actions/write-api-key.ts";
import type { TestApi } from "./api.ts";
import type { SeededCase } from "./authorization-seeds.ts";
import { givenTrained } from "./trained.ts";
import { givenWebhook } from "./webhook-attempts.ts";

/** What somebody can try to reach of another's, each by a name of its own. */
export const thingNames = [
  "ApiKey",
  "ApprovalRequest",
  "Case",
  "CaseEvent",
  "Clock",
  "Customer",
  "Dispute",
  "Evidence",
  "Institution",
  "Merchant",
  "Notice",
  "Quiz",
  "Referral",
  "Refund",
  "Staff",
  "TrainingRecord",
  "Transaction",
  "HeldMessage",
  "WebhookEndpoint",
  "caseNumber",
  "merchantNumber",
  "merchantName",
  "voucher",
  "reference",
] as const;
export type Thing = (typeof thingNames)[number];
export type Things = Readonly<Record<Thing, string>>;

/** The things of a case, as the wire names them. */
export async function thingsOf(api: TestApi, seeded: SeededCase): Promise<Things> {
  const { db } = api.house;
  const { caseId } = seeded;
  const found = await db
    .selectFrom("cases")
    .innerJoin("merchant", "merchant.id", "cases.merchant_id")
    .innerJoin("transaction", "transaction.id", "cases.transaction_id")
    .select(["customer_id", "institution_id", "merchant_number", "name", "voucher_number", "acquirer_reference"])
    .where("cases.id", "=", caseId)
    .executeTakeFirstOrThrow();
  const rowOf = async (table: "case_event" | "case_clock" | "notice" | "held_message") => {
    const { id } = await db
      .selectFrom(table)
      .select("id")
      .where("case_id", "=", caseId)
      .limit(sql.lit(1))
      .executeTakeFirstOrThrow();
    return id;
  };
  const { staffId, recordId, attemptId } = await givenVerifier(api, seeded.merchantId);
  const key = { staffId, name: "till", scopes: [], days: 30 };
  const { id: apiKeyId } = await writeApiKey(db, key, api.clock.now());
  return {
    ApiKey: toGlobalId("ApiKey", apiKeyId),
    ApprovalRequest: seeded.approvalId,
    Case: seeded.id,
    CaseEvent: toGlobalId("CaseEvent", await rowOf("case_event")),
    Clock: toGlobalId("Clock", await rowOf("case_clock")),
    Customer: toGlobalId("Customer", found.customer_id ?? ""),
    Dispute: toGlobalId("Dispute", seeded.disputeId),
    Evidence: toGlobalId("Evidence", await givenEvidence(api, caseId)),
    Institution: toGlobalId("Institution", found.institution_id ?? ""),
    Merchant: toGlobalId("Merchant", seeded.merchantId),
    Notice: toGlobalId("Notice", await rowOf("notice")),
    Quiz: toGlobalId("Quiz", attemptId),
    Referral: toGlobalId("Referral", seeded.referralId),
    Refund: toGlobalId("Refund", seeded.refundId),
    Staff: toGlobalId("Staff", staffId),
    TrainingRecord: toGlobalId("TrainingRecord", recordId),
    Transaction: toGlobalId("Transaction", seeded.transactionId),
    HeldMessage: toGlobalId("HeldMessage", await rowOf("held_message")),
    WebhookEndpoint: (await givenWebhook(api, seeded.merchantId, "https://hooks.example.com/seen")).endpointId,
    caseNumber: seeded.number,
    merchantNumber: found.merchant_number,
    merchantName: found.name,
    voucher: found.voucher_number ?? "",
    reference: found.acquirer_reference,
  };
}

/** The same of nobody: ids and names that never were. */
export function thingsThatNeverWere(): Things {
  const nobody = newId();
  const ids = Object.fromEntries(
    thingNames.filter((name) => /^[A-Z]/.test(name)).map((name) => [name, toGlobalId(name, newId())]),
  ) as Things;
  return {
    ...ids,
    caseNumber: "RD-26-999999",
    merchantNumber: `M-${nobody}`,
    merchantName: `Shop ${nobody.slice(-6)}`,
    voucher: nobody.slice(-6),
    reference: `A-${nobody}`,
  };
}

/** Somebody of another merchant's, who has learned something. */
async function givenVerifier({ house: { db }, login }: TestApi, merchantId: string) {
  const email = `${merchantId}@redress.test`;
  const person = {
    email,
    password: "a pass phrase of some length",
    name: "Verifier",
    role: "MERCHANT_VERIFIER",
  } as const;
  const staffId = await addStaff(db, login, { ...person, merchantId }, new Date());
  await givenTrained(db, staffId);
  const { id: recordId, course_version_id } = await db
    .selectFrom("training_record")
    .select(["id", "course_version_id"])
    .where("staff_id", "=", staffId)
    .limit(sql.lit(1))
    .executeTakeFirstOrThrow();
  const attemptId = newId();
  await db
    .insertInto("training_attempt")
    .values({ id: attemptId, record_id: recordId, course_version_id, number: 1, seed: newId(), started_at: new Date() })
    .execute();
  return { staffId, recordId, attemptId };
}

async function givenEvidence({ house: { db } }: TestApi, caseId: string): Promise<string> {
  const id = newId();
  const at = new Date();
  const file = { kind: "RECEIPT", file_name: "slip.png", media_type: "image/png", bytes: 3, sha256: id } as const;
  await db
    .insertInto("evidence")
    .values({ id, case_id: caseId, ...file, uploaded_by_role: "CUSTOMER", linked_at: at, created_at: at })
    .execute();
  await db
    .insertInto("evidence_content")
    .values({ evidence_id: id, content: Buffer.from("abc") })
    .execute();
  return id;
}
