import type { Db } from "../../platform/database/database.ts";
import type { WriteNotice } from "../../platform/write-notice.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import type { NoticeReader } from "../domain/notice-to-write.ts";
import { deliveriesTo, type Reader, type Readers } from "../domain/readers.ts";
import { insertNotices } from "./insert-notices.ts";

/**
 * The door for every other room: one notice to one reader, in the caller's transaction. Rooms above import it; rooms below
 * have it as `ctx.writeNotice`. A reader who is not there (any more) is told nothing.
 */
export const writeNotice: WriteNotice = async (db, ctx, { kind, reader, fields, caseId, link, over, writeKey }) => {
  const rule = noticeRules[kind];
  const deliveries = deliveriesTo(rule.to, over ?? rule.over, await findReaders(db, reader));
  const about = "customerOfCase" in reader ? reader.customerOfCase : (caseId ?? null);
  await insertNotices(db, ctx, [
    { kind, fields, deliveries, caseId: about, eventId: null, link: link ?? null, writeKey: writeKey ?? null },
  ]);
};

const nobody = { merchantId: null, institutionId: null, staffId: null, email: null, phone: null } as const;

async function findReaders(db: Db, reader: NoticeReader): Promise<Readers> {
  if ("email" in reader) return toPeople([{ ...nobody, ...reader }]);
  if ("customerOfCase" in reader) {
    const found = await db
      .selectFrom("cases")
      .innerJoin("customer", "customer.id", "cases.customer_id")
      .select(["customer.email", "customer.phone", "customer.locale"])
      .where("cases.id", "=", reader.customerOfCase)
      .executeTakeFirst();
    return toPeople(found === undefined ? [] : [{ ...nobody, ...found }]);
  }
  if ("staffId" in reader) {
    const people = await activeStaff(db).where("id", "=", reader.staffId).execute();
    return { ...toPeople(people.map(toReader)), console: people.map(toReader) };
  }
  return findOrganisation(db, reader);
}

/** Everybody of a merchant or of a bank, and their systems. On the console they read as one. */
async function findOrganisation(
  db: Db,
  reader: { readonly merchantId: string } | { readonly institutionId: string },
): Promise<Readers> {
  const [column, id] =
    "merchantId" in reader
      ? (["merchant_id", reader.merchantId] as const)
      : (["institution_id", reader.institutionId] as const);
  const people = await activeStaff(db).where(column, "=", id).execute();
  const systems = await db
    .selectFrom("webhook_endpoint")
    .select(["id", "url", "merchant_id", "institution_id"])
    .where(column, "=", id)
    .where("disabled_at", "is", null)
    .execute();
  return {
    console: [{ ...nobody, ...reader, locale: "zh-CN" }],
    people: people.map(toReader),
    systems: systems.map((one) => ({
      endpointId: one.id,
      url: one.url,
      merchantId: one.merchant_id,
      institutionId: one.institution_id,
    })),
  };
}

function activeStaff(db: Db) {
  return db
    .selectFrom("staff")
    .select(["id", "email", "locale", "merchant_id", "institution_id"])
    .where("active", "=", true)
    .orderBy("created_at")
    .orderBy("id");
}

function toReader(row: Awaited<ReturnType<ReturnType<typeof activeStaff>["execute"]>>[number]): Reader {
  const { id, email, locale } = row;
  return { staffId: id, email, phone: null, locale, merchantId: row.merchant_id, institutionId: row.institution_id };
}

function toPeople(people: readonly Reader[]): Readers {
  return { console: [], people, systems: [] };
}
