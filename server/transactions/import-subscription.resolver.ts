import { setTimeout as wait } from "node:timers/promises";
import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { findActorAgain } from "../staff/queries/find-actor.ts";
import { ImportRunType, toImportRun } from "./import-run.type.ts";
import { findImportRun, type ImportRunRow } from "./queries/find-import-runs.ts";

/** A reader looks at most so often; a batch takes about as long. */
const EVERY_MS = 400;

/** How far the reading of a file is. */
@Resolver()
export class ImportSubscriptionResolver {
  @Subscription(() => ImportRunType, {
    description:
      "The import at once and each time more of it is read, until it is DONE or FAILED; then the stream ends.",
    subscribe: ({ context, args }) => importChanges(context as RequestContext, String(args["id"])),
  })
  importChanged(@Arg("id", () => ID) _id: string, @Root() changed: ImportRunType): ImportRunType {
    return changed;
  }
}

/** One row is looked at by its key; whoever has lost the right meanwhile hears nothing more. */
async function* importChanges(ctx: RequestContext, globalId: string): AsyncGenerator<ImportRunType> {
  const id = rowId(globalId, "ImportRun");
  if (id === null) return;
  for (let told = ""; ; await wait(EVERY_MS)) {
    const run = (await mayStill(ctx)) ? await findImportRun(ctx.db, id) : undefined;
    if (run === undefined) return;
    const now = progressOf(run);
    if (now !== told) yield toImportRun(run, ctx.locale);
    if (run.state === "DONE" || run.state === "FAILED") return;
    told = now;
  }
}

function progressOf({ state, bytes_read, bytes_total }: ImportRunRow): string {
  return `${state} ${bytes_read} ${bytes_total}`;
}

async function mayStill({ db, actor, clock }: RequestContext): Promise<boolean> {
  if (actor.id === null) return false;
  const now = await findActorAgain(db, { id: actor.id, keyId: actor.key?.id ?? null }, clock.now());
  return now?.permissions.has("import.run") === true;
}
