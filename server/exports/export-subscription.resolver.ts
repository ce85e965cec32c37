import { setTimeout as wait } from "node:timers/promises";
import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { findStaffActor } from "../staff/queries/find-actor.ts";
import { isUnfinished } from "./domain/words.ts";
import { ExportRunType, toExportRun } from "./export.type.ts";
import { findOwnExport } from "./queries/find-exports.ts";

/** A reader looks at most so often; a piece takes about as long. */
const EVERY_MS = 400;

/** How far the writing of a file is. */
@Resolver()
export class ExportSubscriptionResolver {
  @Subscription(() => ExportRunType, {
    description:
      "The viewer's own export at once and each time more of it is written, until it has ended; then the stream ends.",
    subscribe: ({ context, args }) => exportChanges(context as RequestContext, String(args["id"])),
  })
  exportChanged(@Arg("id", () => ID) _id: string, @Root() changed: ExportRunType): ExportRunType {
    return changed;
  }
}

/** One row is looked at by its key; whoever has lost the right meanwhile hears nothing more. */
async function* exportChanges(ctx: RequestContext, globalId: string): AsyncGenerator<ExportRunType> {
  const id = rowId(globalId, "ExportRun");
  for (let told = ""; ; await wait(EVERY_MS)) {
    const run = (await mayStill(ctx)) ? await findOwnExport(ctx.db, ctx.actor.id, id) : null;
    if (run === null) return;
    const now = `${run.state} ${run.rows_written}`;
    if (now !== told) yield toExportRun(run, ctx.locale);
    if (!isUnfinished(run.state)) return;
    told = now;
  }
}

async function mayStill({ db, actor, clock }: RequestContext): Promise<boolean> {
  const now = actor.id === null ? null : await findStaffActor(db, actor.id, clock.now());
  return now?.permissions.has("export.run") === true;
}
