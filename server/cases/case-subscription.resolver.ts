import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { CaseSignal } from "../platform/signals.ts";
import type { RequestContext } from "../request-context.ts";
import { CaseType, toCase } from "./case.type.ts";
import { CaseFilterInput, toCaseFilter } from "./case-filter.input.ts";
import { findCases, findMatching } from "./queries/find-cases.ts";

@ObjectType("QueueChange", { description: "A case of the queue changed." })
export class QueueChangeType {
  @Field(() => ID, { description: "The id of the case." })
  id!: string;

  @Field(() => CaseType, {
    nullable: true,
    description: "The case as it is now; null when it has left the list that was asked for.",
  })
  case!: CaseType | null;
}

/** Live views. Each event is read anew by the viewer's own scope, so what is out of sight is never told. */
@Resolver()
export class CaseSubscriptionResolver {
  @Subscription(() => CaseType, {
    description: "The case each time it changes. Nothing comes for a case that is not the viewer's to see.",
    subscribe: ({ context, args }) => caseChanges(context as RequestContext, String(args["id"])),
  })
  caseChanged(@Arg("id", () => ID) _id: string, @Root() changed: CaseType): CaseType {
    return changed;
  }

  @Subscription(() => QueueChangeType, {
    description: "Each change of a case in sight, with the case as it is now where it still fits the filter.",
    subscribe: ({ context, args }) =>
      queueChanges(context as RequestContext, (args["filter"] as CaseFilterInput | null | undefined) ?? null),
  })
  queueChanged(
    @Arg("filter", () => CaseFilterInput, { nullable: true }) _filter: CaseFilterInput | null,
    @Root() changed: QueueChangeType,
    @Ctx() _ctx: RequestContext,
  ): QueueChangeType {
    return changed;
  }
}

async function* caseChanges(ctx: RequestContext, globalId: string): AsyncGenerator<CaseType> {
  const caseId = rowId(globalId, "Case");
  if (caseId === null) return;
  for await (const signal of signalsOf(ctx)) {
    if (signal.caseId !== caseId) continue;
    const [row] = await findCases(ctx.db, ctx.actor, [caseId]);
    if (row !== undefined) yield toCase(row);
  }
}

async function* queueChanges(ctx: RequestContext, input: CaseFilterInput | null): AsyncGenerator<QueueChangeType> {
  for await (const { caseId } of signalsOf(ctx)) {
    const [seen] = await findCases(ctx.db, ctx.actor, [caseId]);
    if (seen === undefined) continue;
    const fits = await findMatching(ctx.db, ctx.actor, toCaseFilter(input, ctx), caseId);
    yield Object.assign(new QueueChangeType(), {
      id: toGlobalId("Case", caseId),
      case: fits === undefined ? null : toCase(fits),
    });
  }
}

/**
 * The loaders belong to one answer; a stream gives many, so they are emptied before each. Whoever has signed out or left the
 * desk meanwhile, has lost a right, or came by a link that was replaced, hears nothing more.
 */
async function* signalsOf(ctx: RequestContext): AsyncGenerator<CaseSignal> {
  const leaving = new AbortController();
  try {
    for await (const signal of ctx.signals.cases(leaving.signal)) {
      if (!(await ctx.isStillThem())) return;
      ctx.loaders.clear();
      yield signal;
    }
  } finally {
    leaving.abort();
  }
}
