import { defineEntity, p } from "@mikro-orm/core";
import { Staff } from "../staff/staff.entity.ts";
import type { ExportFailure, ExportKind, ExportState } from "./domain/words.ts";

/** One list taken away as a file: who asked for what, how far it is, and how often it was fetched. The row stays when the file is gone. */
export const ExportRunSchema = defineEntity({
  name: "ExportRun",
  tableName: "export_run",
  uniques: [{ properties: ["owner", "idempotencyKey"] }],
  properties: {
    id: p.uuid().primary(),
    owner: () => p.manyToOne(Staff),
    idempotencyKey: p.uuid(),
    /** Of what was asked with the key. */
    inputHash: p.text(),
    kind: p.text().$type<ExportKind>(),
    /** As `keepQuestion` writes it. */
    question: p.text(),
    locale: p.text().$type<"zh-CN" | "en">(),
    /** The rights that the file is made under: `sightOf`. */
    sight: p.text(),
    state: p.text().$type<ExportState>(),
    failure: p.text().$type<ExportFailure>().nullable(),
    /** As many as fitted when it was asked for. */
    rowsTotal: p.integer(),
    rowsWritten: p.integer().default(0),
    /** Behind the last row that is in the pieces, as the list's own cursor. */
    cursor: p.array().nullable(),
    pieces: p.integer().default(0),
    bytes: p.bigint("bigint").default(0),
    startedAt: p.datetime(3),
    /** When the last piece was written. */
    touchedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
    expiresAt: p.datetime(3).nullable(),
    downloads: p.integer().default(0),
    lastDownloadAt: p.datetime(3).nullable(),
  },
});

export class ExportRun extends ExportRunSchema.class {}
ExportRunSchema.setClass(ExportRun);

/** A piece of the file, in the database so that any worker can go on with it and any server can give it out. */
export const ExportPieceSchema = defineEntity({
  name: "ExportPiece",
  tableName: "export_piece",
  properties: {
    run: () => p.manyToOne(ExportRun).primary(),
    ordinal: p.integer().primary(),
    content: p.blob(),
    /** The cases whose customers' contacts, or whose log, are written out in it, for the log of who saw them. */
    contactsOf: p.array(),
  },
});

export class ExportPiece extends ExportPieceSchema.class {}
ExportPieceSchema.setClass(ExportPiece);
