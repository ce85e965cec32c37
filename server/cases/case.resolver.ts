import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { ClockType } from "../clocks/clock.type.ts";
import { toClock } from "../clocks/to-clock.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { badInput, LARGEST_PAGE, pageRequest, wholeInCursor } from "../graphql/cursor.ts";
import { rowId } from "../graphql/ids.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { MerchantType, toMerchant } from "../merchants/merchant.type.ts";
import { merchantById } from "../merchants/queries/find-merchants.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { AvailableActionType, toAvailableAction } from "./available-action.type.ts";
import { CaseConnection, CaseType, toCase } from "./case.type.ts";
import { CheckType, toCheck } from "./case-check.type.ts";
import { CaseEventConnection, CaseEventType, toCaseEvent } from "./case-event.type.ts";
import { CaseFilterInput, toCaseFilter } from "./case-filter.input.ts";
import { CaseOrderEnum, CaseStateEnum } from "./case-words.type.ts";
import { CustomerType, toCustomer } from "./customer.type.ts";
import { availableActions } from "./domain/decide.ts";
import { refundableOf } from "./domain/input-guards.ts";
import type { CaseState } from "./domain/words.ts";
import { eventsOfCase } from "./queries/case-events.ts";
import { caseById, caseByNumber, checksOfCase, clocksOfCase, customerById, factsOfCase } from "./queries/case-parts.ts";
import { countCases } from "./queries/count-cases.ts";
import { type CaseOrder, type CaseRow, caseCursor, listCases } from "./queries/find-cases.ts";

@ObjectType("CaseCount", { description: "How many open cases in sight rest in a state." })
export class CaseCountType {
  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => Int)
  count!: number;
}

/** Cases to look at. What may be done with them stands in `case-action.resolver.ts`. */
@Resolver(() => CaseType)
export class CaseResolver {
  @Query(() => CaseType, {
    nullable: true,
    description: "One case by id or by number; null when it is not there or not the viewer's to see.",
  })
  async case(
    @Arg("id", () => ID, { nullable: true }) id: string | null,
    @Arg("number", () => String, { nullable: true }) number: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<CaseType | null> {
    if ((id == null) === (number == null)) throw badInput("Give either `id` or `number`.");
    const row = number == null ? await caseByGlobalId(ctx, id) : await caseByNumber(ctx, number);
    return row === null ? null : toCase(row);
  }

  @Query(() => CaseConnection, { description: "The cases in sight, by time left unless asked otherwise." })
  async cases(
    @Arg("filter", () => CaseFilterInput, { nullable: true }) filter: CaseFilterInput | null,
    @Arg("orderBy", () => CaseOrderEnum, { nullable: true, description: "TIME_LEFT when left out." })
    orderBy: CaseOrder | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CaseType>> {
    const [order, page] = [orderBy ?? "TIME_LEFT", pageRequest(first, after, 2)];
    if (order === "AMOUNT" && filter?.currency == null) throw badInput("Amounts are in order within one `currency`.");
    return toConnection(
      await listCases(ctx.db, ctx.actor, toCaseFilter(filter, ctx), order, page),
      page,
      caseCursor(order),
      toCase,
    );
  }

  @Query(() => [CaseCountType], { description: "How many open cases in sight rest in each state." })
  async caseCounts(
    @Arg("filter", () => CaseFilterInput, { nullable: true }) filter: CaseFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly CaseCountType[]> {
    const counts = await countCases(ctx.db, ctx.actor, toCaseFilter(filter, ctx));
    return counts.map(({ state, count }) => ({ state, count: Number(count) }));
  }

  @FieldResolver(() => MerchantType)
  async merchant(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<MerchantType> {
    const merchant = await ctx.loaders.load(merchantById, row.merchant_id);
    if (merchant === null) throw new Error(`Case ${row.number} names a merchant that is not there`);
    return toMerchant(merchant);
  }

  @FieldResolver(() => CustomerType, { nullable: true })
  async customer(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<CustomerType | null> {
    const customer = row.customer_id === null ? null : await ctx.loaders.load(customerById, row.customer_id);
    return customer === null ? null : toCustomer(customer, row.id, ctx.actor.permissions.has("customer.readContact"));
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Who works on it; null while it is nobody's." })
  assignee(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.assignee_id);
  }

  @FieldResolver(() => [CheckType])
  async checks(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly CheckType[]> {
    return (await ctx.loaders.load(checksOfCase, row.id)).map(toCheck);
  }

  @FieldResolver(() => [ClockType], { description: "Every clock that ran on the case, oldest first." })
  async clocks(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly ClockType[]> {
    const clocks = await ctx.loaders.load(clocksOfCase, row.id);
    return clocks.map((clock) => toClock(clock, ctx.clock.now(), ctx.locale));
  }

  @FieldResolver(() => ClockType, {
    nullable: true,
    description: "The clock that runs out first; it decides the case's place in the queue.",
  })
  async bindingClock(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<ClockType | null> {
    const clocks = await ctx.loaders.load(clocksOfCase, row.id);
    const binding = clocks.find(
      ({ endedAt, state, dueAt }) =>
        endedAt === null && state !== "PAUSED" && dueAt?.getTime() === row.due_at.getTime(),
    );
    const shown = binding ?? clocks.find(({ endedAt }) => endedAt === null && row.closed_at === null);
    return shown === undefined ? null : toClock(shown, ctx.clock.now(), ctx.locale);
  }

  @FieldResolver(() => [AvailableActionType], {
    description:
      "What leaves the case's state by somebody's hand: each with whether the viewer may, and where not, every reason why.",
  })
  async availableActions(
    @Root() { row }: CaseType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly AvailableActionType[]> {
    const found = await ctx.loaders.load(factsOfCase, row.id);
    return found === null
      ? []
      : availableActions(found.facts, ctx.actor).map((action) => toAvailableAction(action, ctx));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      "What may still go back over the sale: captured, less what went, is going, or was taken back by the bank.",
  })
  async refundable(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<MoneyType | null> {
    const found = await ctx.loaders.load(factsOfCase, row.id);
    return found === null ? null : refundableOf(found.facts);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: "The offer on the table, while the case negotiates." })
  offer(@Root() { row }: CaseType): MoneyType | null {
    return row.offer_minor === null ? null : { minor: row.offer_minor, currency: row.currency };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: "What was proposed or approved to go back." })
  proposed(@Root() { row }: CaseType): MoneyType | null {
    return row.proposed_minor === null ? null : { minor: row.proposed_minor, currency: row.currency };
  }

  @FieldResolver(() => CaseEventConnection, {
    description:
      "What happened, oldest first. `last` gives the latest ones, `last` with `before` those before a cursor.",
  })
  async events(
    @Root() { row }: CaseType,
    @Arg("first", () => Int, { nullable: true }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("last", () => Int, { nullable: true }) last: number | null,
    @Arg("before", () => String, { nullable: true, description: "Only with `last`." }) before: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CaseEventType>> {
    if (first != null && last != null) throw badInput("Give either `first` or `last`.");
    if (before != null && last == null) throw badInput("Give `before` with `last`.");
    const [ends] = pageRequest(1, before, 1).after ?? [];
    const page = pageRequest(first ?? last ?? LARGEST_PAGE, after, 1);
    const afterSequence = wholeInCursor(page.after?.[0]);
    const rows = await ctx.loaders.load(eventsOfCase, {
      caseId: row.id,
      first: last == null ? page.first : null,
      last: last ?? null,
      afterSequence,
      beforeSequence: ends === undefined ? null : wholeInCursor(ends),
    });
    if (last == null) return toConnection(rows, page, ({ sequence }) => [String(sequence)], toCaseEvent);
    const kept = toConnection(rows.slice(-page.first), page, ({ sequence }) => [String(sequence)], toCaseEvent);
    return { ...kept, pageInfo: { ...kept.pageInfo, hasPreviousPage: rows.length > page.first } };
  }
}

async function caseByGlobalId({ loaders }: RequestContext, id: string | null): Promise<CaseRow | null> {
  const caseId = rowId(id ?? "", "Case");
  return caseId === null ? null : loaders.load(caseById, caseId);
}
