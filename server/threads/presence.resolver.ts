import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from "type-graphql";
import { MessageThreadEnum } from "../cases/case-words.type.ts";
import type { MessageThread } from "../cases/domain/words.ts";
import { rowId } from "../graphql/ids.ts";
import { Uuid } from "../graphql/scalars.ts";
import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { casesInSight } from "../staff/scope.ts";
import { StaffType, toStaff } from "../staff/staff.type.ts";
import { tellPresence } from "./actions/desk-signals.ts";
import type { PresenceState } from "./domain/words.ts";
import { PresenceStateEnum, PresenceType, toPresence } from "./presence.type.ts";

@Resolver(() => PresenceType)
export class PresenceResolver {
  @Mutation(() => Boolean, {
    description:
      "Tells colleagues how the viewer has a case open; again every 20 seconds, since whoever does not tell is gone. Nothing is stored. False when the case is not there.",
  })
  async reportPresence(
    @Arg("caseId", () => ID) caseId: string,
    @Arg("page", () => Uuid, { description: "Made once per page that has the case open." }) page: string,
    @Arg("state", () => PresenceStateEnum, { nullable: true, description: "Null: the page has left it." })
    state: PresenceState | null,
    @Arg("thread", () => MessageThreadEnum, { nullable: true }) thread: MessageThread | null,
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    const { id: staffId } = ctx.actor;
    const seen = await rowInSight(ctx, caseId);
    if (staffId === null || seen === null) return false;
    await tellPresence(ctx.db, { caseId: seen, staffId, page, state: state ?? null, thread: thread ?? null });
    return true;
  }

  @Subscription(() => [PresenceType], {
    description: "Who of the desk has the case open: at once, and each time that changes.",
    subscribe: ({ context, args }) => presence(context as RequestContext, String(args["caseId"])),
  })
  presenceChanged(@Arg("caseId", () => ID) _caseId: string, @Root() present: PresenceType[]): readonly PresenceType[] {
    return present;
  }

  @FieldResolver(() => StaffType)
  async staff(@Root() { staffId }: PresenceType, @Ctx() ctx: RequestContext): Promise<StaffType> {
    const member = await ctx.loaders.load(staffById, staffId);
    if (member === null) throw new Error(`Somebody is present who is not of the desk: ${staffId}`);
    return toStaff(member);
  }
}

async function rowInSight({ db, actor }: RequestContext, caseId: string): Promise<string | null> {
  const id = rowId(caseId, "Case");
  if (id === null) return null;
  const found = await casesInSight(db, actor).where("cases.id", "=", id).select("cases.id").executeTakeFirst();
  return found?.id ?? null;
}

async function* presence(ctx: RequestContext, globalId: string): AsyncGenerator<readonly PresenceType[]> {
  const caseId = await rowInSight(ctx, globalId);
  if (caseId === null) return;
  const leaving = new AbortController();
  try {
    const changes = ctx.presence.changes(caseId, leaving.signal);
    yield ctx.presence.who(caseId).map(toPresence);
    for await (const _ of changes) {
      // Somebody who has lost the case from sight hears nothing more.
      if (!(await ctx.isStillThem()) || (await rowInSight(ctx, globalId)) === null) return;
      yield ctx.presence.who(caseId).map(toPresence);
    }
  } finally {
    leaving.abort();
  }
}
