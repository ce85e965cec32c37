import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { TicketRow } from "../queries/find-ticket.ts";

/** How many bytes of a file have arrived by earlier tries, from its beginning and without a gap. */
export async function keptBytes(db: Db, { hash }: TicketRow): Promise<number> {
  const { bytes } = await db
    .selectFrom("evidence_part")
    .select(sql<number>`coalesce(max(part_at + length(content)), 0)`.as("bytes"))
    .where("ticket_hash", "=", hash)
    .executeTakeFirstOrThrow();
  return bytes;
}

/** Puts a part behind those that are kept; false where it does not begin where they end, since another sender was faster. */
export function keepPart(db: Db, ticket: TicketRow, at: number, content: Buffer): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const open = await trx
      .selectFrom("evidence_ticket")
      .select("ticket_hash")
      .where("ticket_hash", "=", ticket.hash)
      .where("used_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (open === undefined || (await keptBytes(trx, ticket)) !== at) return false;
    await trx.insertInto("evidence_part").values({ ticket_hash: ticket.hash, part_at: at, content }).execute();
    return true;
  });
}

export async function readParts(db: Db, { hash }: TicketRow): Promise<Buffer> {
  const rows = await db
    .selectFrom("evidence_part")
    .select("content")
    .where("ticket_hash", "=", hash)
    .orderBy("part_at")
    .execute();
  return Buffer.concat(rows.map(({ content }) => content));
}

/** The file is on its case, or will never be, or is sent anew. */
export async function forgetParts(db: Db, { hash }: TicketRow): Promise<void> {
  await db.deleteFrom("evidence_part").where("ticket_hash", "=", hash).execute();
}
