import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { CaseEventType, CaseMessageType, toCaseEvent } from "../cases/case-event.type.ts";
import { caseEventById } from "../cases/queries/case-events.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { staffById } from "../staff/queries/find-staff.ts";
import { StaffType, toStaff } from "../staff/staff.type.ts";
import { ViewerType } from "../staff/viewer.type.ts";
import { readMentions } from "./actions/read-mentions.ts";
import { MentionConnection, MentionType, toMention } from "./mention.type.ts";
import { countUnreadMentions, listMentions, mentionedOfEvent } from "./queries/find-mentions.ts";

@Resolver(() => MentionType)
export class MentionResolver {
  @Query(() => MentionConnection, { description: "Internal notes that call the viewer, the latest first." })
  async mentions(
    @Arg("unread", () => Boolean, { defaultValue: false, description: "True: only what is new." }) unread: boolean,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<MentionType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listMentions(ctx.db, ctx.actor, unread, page);
    return toConnection(rows, page, (row) => [row.at.toISOString(), row.event_id], toMention);
  }

  @Mutation(() => Int, {
    description: "Marks the viewer's mentions on a case as read; answers how many are new still.",
  })
  async readMentions(@Arg("caseId", () => ID) caseId: string, @Ctx() ctx: RequestContext): Promise<number> {
    const row = rowId(caseId, "Case");
    if (row !== null) await readMentions(ctx, row);
    return countUnreadMentions(ctx.db, ctx.actor.id ?? "");
  }

  @Subscription(() => Int, {
    description: "How many mentions are new, each time that changes.",
    subscribe: ({ context }) => mentionCounts(context as RequestContext),
  })
  mentionsChanged(@Root() count: number): number {
    return count;
  }

  @FieldResolver(() => CaseType)
  async case(@Root() { row }: MentionType, @Ctx() ctx: RequestContext): Promise<CaseType> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    if (found === null) throw new Error("A mention was listed whose case is not in sight");
    return toCase(found);
  }

  @FieldResolver(() => CaseEventType, { description: "The note that calls." })
  async event(@Root() { row }: MentionType, @Ctx() ctx: RequestContext): Promise<CaseEventType> {
    return toCaseEvent(await ctx.loaders.load(caseEventById, row.event_id));
  }
}

@Resolver(() => ViewerType)
export class ViewerMentionsResolver {
  @FieldResolver(() => Int, { nullable: true, description: "How many notes that call the viewer are new." })
  unreadMentions(@Ctx() ctx: RequestContext): Promise<number> {
    return countUnreadMentions(ctx.db, ctx.actor.id ?? "");
  }
}

@Resolver(() => CaseMessageType)
export class MessageMentionsResolver {
  @FieldResolver(() => [StaffType], { description: "Colleagues whom an internal note calls." })
  async mentions(
    @Root() { thread, eventId }: CaseMessageType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly StaffType[]> {
    if (thread !== "INTERNAL") return [];
    const called = await ctx.loaders.load(mentionedOfEvent, eventId);
    const members = await Promise.all(called.map(({ staff_id }) => ctx.loaders.load(staffById, staff_id)));
    return members.flatMap((member) => (member === null ? [] : [toStaff(member)]));
  }
}

async function* mentionCounts(ctx: RequestContext): AsyncGenerator<number> {
  const leaving = new AbortController();
  try {
    for await (const signal of ctx.signals.desk(leaving.signal)) {
      if (signal.kind !== "MENTION" || signal.staffId !== ctx.actor.id) continue;
      if (!(await ctx.isStillThem())) return;
      yield await countUnreadMentions(ctx.db, signal.staffId);
    }
  } finally {
    leaving.abort();
  }
}
