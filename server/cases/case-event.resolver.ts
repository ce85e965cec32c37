import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { titleOfClock } from "../clocks/domain/rules.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { apiKeyName } from "../staff/queries/list-api-keys.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { CaseEventType, CaseMessageType, EventFactType, toCaseMessage, toEventFacts } from "./case-event.type.ts";
import { assigneesOfEvent, keyOfEvent, ruleOfBreach } from "./domain/case-event-content.ts";
import { type CaseEventRow, messagesOfEvent } from "./queries/case-events.ts";
import { caseById } from "./queries/case-parts.ts";

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
    const [messages, opened] = await Promise.all([
      ctx.loaders.load(messagesOfEvent, row.id),
      row.kind === "OPEN" ? ctx.loaders.load(caseById, row.case_id) : null,
    ]);
    return messages.map((message) => toCaseMessage(message, row, opened?.origin ?? null));
  }

  @FieldResolver(() => [EventFactType], {
    description:
      "Plain facts of the event, for the desk, with the names of whom a case went from and to (`fromAssignee`, `assignee`) and of the deadline that passed (`clock`); empty for everyone else.",
  })
  async facts(
    @Root() { row }: CaseEventType,
    @Arg("names", () => [String], { nullable: true, description: "Only facts of these names; all when left out." })
    names: readonly string[] | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly EventFactType[]> {
    if (!ctx.actor.permissions.has("case.note")) return [];
    const isAsked = (name: string) => names == null || names.includes(name);
    const { from, to } = assigneesOfEvent(row);
    const people = Object.entries({ fromAssignee: from, assignee: to }).filter(([name]) => isAsked(name));
    const named = await Promise.all(people.map(([name, id]) => nameFact(ctx, name, id)));
    const plain = [...toEventFacts(row.data), ...clockFact(ctx, row)].filter(({ name }) => isAsked(name));
    return [...plain, ...named.flat()];
  }
}

function clockFact({ locale }: RequestContext, row: CaseEventRow): readonly EventFactType[] {
  const rule = ruleOfBreach(row);
  const title = rule === null ? null : titleOfClock(rule);
  return title === null ? [] : [{ name: "clock", value: localised(title, locale) }];
}

async function nameFact(ctx: RequestContext, name: string, id: string | null): Promise<readonly EventFactType[]> {
  const person = ctx.actor.permissions.has("staff.read") ? await staffOf(ctx, id) : null;
  return person === null ? [] : [{ name, value: person.name }];
}
