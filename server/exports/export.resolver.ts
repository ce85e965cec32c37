import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { cancelExport } from "./actions/cancel-export.ts";
import { exportAgain } from "./actions/export-again.ts";
import { startExport } from "./actions/start-export.ts";
import { ExportAgainInput, StartExportInput, toQuestion } from "./export.input.ts";
import { ExportResult, toExportResult } from "./export.result.ts";
import { ExportRunType, toExportRun } from "./export.type.ts";
import { listExports } from "./queries/find-exports.ts";

/** Lists as files. Everybody sees their own. */
@Resolver()
export class ExportResolver {
  @Query(() => [ExportRunType], { description: "The viewer's last 50 exports, the latest first." })
  async exports(@Ctx() { db, actor, locale }: RequestContext): Promise<readonly ExportRunType[]> {
    const rows = actor.id === null ? [] : await listExports(db, actor.id);
    return rows.map((row) => toExportRun(row, locale));
  }

  @Mutation(() => ExportResult, {
    description:
      "Has a list written into a CSV file, as the viewer sees it: a job with progress, `exportChanged` tells how far. At most 100,000 rows, so that nobody keeps a copy of the whole desk.",
  })
  async startExport(
    @Arg("input", () => StartExportInput) input: StartExportInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ExportResult> {
    const { idempotencyKey: key, ...asked } = input;
    return toExportResult(await startExport(ctx, { question: toQuestion(input, ctx), asked, key }), ctx.locale);
  }

  @Mutation(() => ExportResult, {
    description:
      "Asks for the list of one of the viewer's own exports once more, e.g. where it failed: narrowed as it was then (a span such as `OVERDUE` ends when it ended then), under the rights of now. The earlier export stays as it is.",
  })
  async exportAgain(
    @Arg("input", () => ExportAgainInput) { exportId, idempotencyKey }: ExportAgainInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ExportResult> {
    return toExportResult(await exportAgain(ctx, rowId(exportId, "ExportRun"), idempotencyKey), ctx.locale);
  }

  @Mutation(() => ExportResult, { description: "Ends an export that is not done, and throws away what was written." })
  async cancelExport(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext): Promise<typeof ExportResult> {
    return toExportResult(await cancelExport(ctx, rowId(id, "ExportRun")), ctx.locale);
  }
}
