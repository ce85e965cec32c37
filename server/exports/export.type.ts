import { Field, ID, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { BigIntScalar, DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { failureText } from "./domain/export-text.ts";
import type { ExportKind, ExportState } from "./domain/words.ts";
import { ExportKindEnum, ExportStateEnum } from "./export-words.type.ts";
import type { ExportRow } from "./queries/find-exports.ts";

@ObjectType("ExportRun", {
  simpleResolvers: true,
  implements: Node,
  description:
    "A list taken away as a CSV file (RFC 4180, UTF-8 with a byte order mark), the newest row first, each row as it was when it was read. Amounts are plain numbers in major units beside their currency, moments ISO 8601 with an offset, states and kinds the words of this API. A cell that a spreadsheet would take for a formula, for it begins with = + - @, a tab or a carriage return, has an apostrophe before it: a program takes that away again. Names and contacts are masked as everywhere for whoever asked.",
})
export class ExportRunType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => ExportKindEnum)
  kind!: ExportKind;

  @Field(() => ExportStateEnum)
  state!: ExportState;

  @Field(() => Int, { description: "As many as fitted when it was asked for." })
  rowsTotal!: number;

  @Field(() => Int)
  rowsWritten!: number;

  @Field(() => BigIntScalar, { description: "How large the file is by now." })
  bytes!: bigint;

  @Field(() => String, { nullable: true, description: "Why there is no file, in the reader's language." })
  failure!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where the file is fetched, by whoever asked for it alone; null unless it is DONE.",
  })
  filePath!: string | null;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the file is taken away: seven days after it was made." })
  expiresAt!: Date | null;

  @Field(() => Int, { description: "How often the file was fetched." })
  downloads!: number;
}

export function toExportRun(row: ExportRow, locale: Locale): ExportRunType {
  const id = toGlobalId("ExportRun", row.id);
  return Object.assign(new ExportRunType(), {
    id,
    kind: row.kind,
    state: row.state,
    rowsTotal: row.rows_total,
    rowsWritten: row.rows_written,
    bytes: row.bytes,
    failure: row.failure === null ? null : localised(failureText[row.failure], locale),
    filePath: row.state === "DONE" ? `/exports/${id}/file.csv` : null,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    downloads: row.downloads,
  });
}
