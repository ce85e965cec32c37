import { sql } from "kysely";
import type { ByteSource } from "../../platform/csv/byte-source.ts";
import type { Db } from "../../platform/database/database.ts";

/** An upload that waits in the database, read one piece at a time. */
export function uploadSource(db: Db, importId: string, bytes: number): ByteSource {
  return {
    bytes,
    async *open(from) {
      for (let at = from; at < bytes; ) {
        const piece = await pieceAt(db, importId, at);
        const rest = piece.content.subarray(at - Number(piece.starts_at));
        if (rest.byteLength === 0) throw new Error(`The upload of import ${importId} has no byte ${at}`);
        yield rest;
        at += rest.byteLength;
      }
    },
  };
}

function pieceAt(db: Db, importId: string, at: number) {
  return db
    .selectFrom("import_chunk")
    .select(["starts_at", "content"])
    .where("run_id", "=", importId)
    .where("starts_at", "<=", BigInt(at))
    .orderBy("starts_at", "desc")
    .limit(sql.lit(1))
    .executeTakeFirstOrThrow();
}
