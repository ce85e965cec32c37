import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Connection, emptyConnection, toConnection } from "../graphql/connection.ts";
import { pageRequest, wholeInCursor } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { apiKeyName } from "../staff/queries/list-api-keys.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import {
  ImportErrorConnection,
  ImportErrorType,
  ImportRunConnection,
  ImportRunType,
  toImportError,
  toImportRun,
} from "./import-run.type.ts";
import { findImportRun } from "./queries/find-import-runs.ts";
import { listImportErrors } from "./queries/import-errors.ts";
import { listImportRuns } from "./queries/list-import-runs.ts";

@Resolver(() => ImportRunType)
export class ImportRunResolver {
  @Query(() => ImportRunConnection, { description: "Imports, the latest first." })
  async importRuns(
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ImportRunType>> {
    const page = pageRequest(first, after, 2);
    return toConnection(
      await listImportRuns(ctx.db, page),
      page,
      (row) => [row.started_at.toISOString(), row.id],
      (row) => toImportRun(row, ctx.locale),
    );
  }

  @Query(() => ImportRunType, {
    nullable: true,
    description: "How far an import is. Ask again while it is not DONE or FAILED.",
  })
  async importRun(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<ImportRunType | null> {
    const found = rowId(id, "ImportRun");
    const run = found === null ? undefined : await findImportRun(ctx.db, found);
    return run === undefined ? null : toImportRun(run, ctx.locale);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: "Who uploaded it; null for one that came by the command line.",
  })
  startedBy(@Root() { run }: ImportRunType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, run.started_by_id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of the machine's key by which it came; null where a person brought it.",
  })
  byKey(@Root() { run }: ImportRunType, @Ctx() ctx: RequestContext): Promise<string | null> | null {
    return run.api_key_id === null ? null : ctx.loaders.load(apiKeyName, run.api_key_id);
  }

  @Query(() => ImportErrorConnection, {
    description: "The rows of an import that were not taken, by their line; the first 20,000 are kept.",
  })
  async importErrors(
    @Arg("importId", () => ID) importId: string,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ImportErrorType>> {
    const page = pageRequest(first, after, 1);
    const id = rowId(importId, "ImportRun");
    if (id === null) return emptyConnection();
    const afterLine = wholeInCursor(page.after?.[0]);
    return toConnection(
      await listImportErrors(ctx.db, id, { first: page.first + 1, afterLine }),
      page,
      (row) => [String(row.line)],
      (row) => toImportError(row, ctx.locale),
    );
  }
}
