import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { apiKeyName } from "../staff/queries/list-api-keys.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { CaseEventType, CaseMessageType, EventFactType, toCaseMessage, toEventFacts } from "./case-event.type.ts";
import { keyOfEvent } from "./domain/case-event-content.ts";
import { messagesOfEvent } from "./queries/case-events.ts";

@Resolver(() => CaseEventType)
export class CaseEventResolver {
  @FieldResolver(() => StaffType, {
    nullable: true,
    description: "The member of staff who acted; null for a customer or the desk itself.",
  })
  actor(@Root() { row }: CaseEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of the machine's key by which `actor` acted; null where they did it themselves.",
  })
  async byKey(@Root() { row }: CaseEventType, @Ctx() ctx: RequestContext): Promise<string | null> {
    const id = keyOfEvent(row.data);
    return id === null ? null : ctx.loaders.load(apiKeyName, id);
  }

  @FieldResolver(() => [CaseMessageType], {
    description: "What was written with it, in the threads that the viewer may read.",
  })
  async messages(@Root() { row }: CaseEventType, @Ctx() ctx: RequestContext): Promise<readonly CaseMessageType[]> {
    return (await ctx.loaders.load(messagesOfEvent, row.id)).map(toCaseMessage);
  }

  @FieldResolver(() => [EventFactType], {
    description: "Plain facts of the event, for the desk; empty for everyone else.",
  })
  facts(@Root() { row }: CaseEventType, @Ctx() ctx: RequestContext): readonly EventFactType[] {
    return ctx.actor.permissions.has("case.note") ? toEventFacts(row.data) : [];
  }
}
