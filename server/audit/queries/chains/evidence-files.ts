import { sql } from "kysely";
import type { ChainFault } from "../../domain/words.ts";
import { type BrokenLink, type Chain, headOver } from "./chain.ts";

/** The files of a case: each is, byte for byte, the one whose hash stands in the event that brought it. */
export const evidenceFiles: Chain = {
  node: "Case",
  proves: [
    "evidence.id",
    "evidence.case_id",
    "evidence.kind",
    "evidence.media_type",
    "evidence.bytes",
    "evidence.sha256",
    "evidence.linked_at",
    "evidence_content.evidence_id",
    "evidence_content.content",
  ],
  // The database hashes the files itself, so that no byte of them travels; a few cases a time, so that none waits long.
  atOnce: 20,
  check: async (db, after, most) => {
    const rows = await db
      .selectFrom("cases")
      .select([
        "id",
        "number",
        sql<
          readonly Brought[]
        >`coalesce((select jsonb_agg(jsonb_build_object('event_id', e.id, 'at', e.at) || e.data order by e.sequence) from case_event e where e.case_id = cases.id and e.kind = 'ATTACH_EVIDENCE'), '[]')`.as(
          "brought",
        ),
        sql<
          readonly KeptFile[]
        >`coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'mediaType', f.media_type, 'bytes', f.bytes, 'sha256', f.sha256, 'linked_at', f.linked_at, 'content', encode(sha256(c.content), 'hex'))) from evidence f left join evidence_content c on c.evidence_id = f.id where f.case_id = cases.id and f.linked_at is not null), '[]')`.as(
          "kept",
        ),
      ])
      .where((eb) =>
        eb.or([
          eb.exists(eb.selectFrom("evidence").select("id").whereRef("evidence.case_id", "=", "cases.id")),
          eb.exists(
            eb
              .selectFrom("case_event")
              .select("id")
              .whereRef("case_event.case_id", "=", "cases.id")
              .where("kind", "=", "ATTACH_EVIDENCE"),
          ),
        ]),
      )
      .$if(after !== null, (q) => q.where("id", ">", after ?? ""))
      .orderBy("id")
      .limit(sql.lit(most))
      .execute();
    return rows.map(({ id, number, brought, kept }) => ({
      id,
      name: number,
      head: headOver(brought.map(({ sha256 }) => sha256)),
      count: brought.length,
      broken: faultOfFiles(brought, kept),
    }));
  },
};

/** What the event says of the file. */
interface Brought {
  readonly event_id: string;
  readonly at: string;
  readonly evidenceId: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface KeptFile extends Omit<Brought, "event_id" | "at" | "evidenceId"> {
  readonly id: string;
  readonly linked_at: string;
  /** The hash of what is kept now; null where nothing is. */
  readonly content: string | null;
}

function faultOfFiles(brought: readonly Brought[], kept: readonly KeptFile[]): BrokenLink | null {
  const files = new Map(kept.map((file) => [file.id, file]));
  for (const [index, event] of brought.entries()) {
    const fault = faultOfFile(event, files.get(event.evidenceId));
    if (fault !== null) return { fault, sequence: index + 1, rowId: event.event_id };
    files.delete(event.evidenceId);
  }
  const [unknown] = files.keys();
  return unknown === undefined ? null : { fault: "FILE_UNKNOWN", sequence: brought.length, rowId: unknown };
}

function faultOfFile(event: Brought, file: KeptFile | undefined): ChainFault | null {
  if (file?.content == null) return "FILE_MISSING";
  const same =
    file.kind === event.kind &&
    file.mediaType === event.mediaType &&
    file.bytes === event.bytes &&
    file.sha256 === event.sha256 &&
    file.content === event.sha256 &&
    file.linked_at === event.at;
  return same ? null : "FILE_DIFFERS";
}
