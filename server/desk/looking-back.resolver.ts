import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { caseById, clocksOfCase } from "../cases/queries/case-parts.ts";
import { ClockType } from "../clocks/clock.type.ts";
import { clockRules, findClockRule } from "../clocks/domain/rules.ts";
import { toClock } from "../clocks/to-clock.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { localised } from "../graphql/locale.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { holdingsOf } from "./domain/holdings.ts";
import {
  CaseHoldingType,
  ClockBreachConnection,
  ClockBreachType,
  ReopenableConnection,
  ReopenableType,
} from "./looking-back.type.ts";
import { type BreachRow, listBreaches } from "./queries/list-breaches.ts";
import { listReopenable, type ReopenableRow } from "./queries/list-reopenable.ts";

/** What went wrong, for whoever leads the desk: which clocks ran out and who had the case, and what to open again for it. */
@Resolver(() => ClockBreachType)
export class LookingBackResolver {
  @Query(() => ClockBreachConnection, {
    description: "Every clock that ran out, but for those of the customer's own time, the latest first.",
  })
  async clockBreaches(
    @Arg("rule", () => String, { nullable: true, description: "Only those of this rule, whosever time it is." }) rule:
      | string
      | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ClockBreachType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listBreaches(ctx.db, { rule: rule ?? null, ofCustomers: customersRules }, page);
    return toConnection(
      rows,
      page,
      ({ at, id }) => [at.toISOString(), id],
      (row) => toBreach(row, ctx.locale),
    );
  }

  @Query(() => ReopenableConnection, {
    description:
      "Closed cases that can still be opened again and give reason to, the latest closed first: a deadline ran out, or the customer has written since.",
  })
  async reopenableCases(
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<ReopenableType>> {
    const page = pageRequest(first, after, 2);
    const rows = await listReopenable(ctx.db, { now: ctx.clock.now(), ofCustomers: customersRules }, page);
    return toConnection(
      rows,
      page,
      (row) => [row.closed_at.toISOString(), row.case_id],
      (row) => toReopenable(row, ctx.locale),
    );
  }

  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { row }: ClockBreachType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: "Who had the case at that moment; null where nobody had.",
  })
  assignee(@Root() { row }: ClockBreachType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.given.at(-1)?.staffId ?? null);
  }

  @FieldResolver(() => [StaffType], {
    description:
      "Of an approval that ran out: who had been told that it waits for their word. Empty for any other clock.",
  })
  async approvers(@Root() { row }: ClockBreachType, @Ctx() ctx: RequestContext): Promise<readonly StaffType[]> {
    const told = await Promise.all(row.told.map((id) => staffOf(ctx, id)));
    return told.filter((person) => person !== null);
  }

  @FieldResolver(() => ClockType, {
    nullable: true,
    description: "The clock itself, with its rule and the proof of its date.",
  })
  async clock(@Root() { row }: ClockBreachType, @Ctx() ctx: RequestContext): Promise<ClockType | null> {
    const clocks = await ctx.loaders.load(clocksOfCase, row.case_id);
    const found = clocks.find(({ id }) => id === row.clock_id);
    return found === undefined ? null : toClock(found, ctx.clock.now(), ctx.locale);
  }
}

@Resolver(() => CaseHoldingType)
export class CaseHoldingResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Null: nobody had it." })
  staff(@Root() { staffId }: CaseHoldingType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, staffId);
  }
}

@Resolver(() => ReopenableType)
export class ReopenableResolver {
  @FieldResolver(() => CaseType, { nullable: true })
  async case(@Root() { caseId }: ReopenableType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = await ctx.loaders.load(caseById, caseId);
    return found === null ? null : toCase(found);
  }
}

/** What runs out of the customer's own time is nobody's lateness here. */
const customersRules = [...new Set(clockRules.flatMap(({ id, owner }) => (owner === "CUSTOMER" ? [id] : [])))];

function toReopenable(
  { case_id, closed_at, until, rules, complained_at }: ReopenableRow,
  locale: Locale,
): ReopenableType {
  return Object.assign(new ReopenableType(), {
    ...{ caseId: case_id, closedAt: closed_at, reopenUntil: until, complainedAt: complained_at },
    ranOut: rules.map((rule) => titleOf(rule, deskDay(closed_at), locale)),
  });
}

function titleOf(id: string, on: ReturnType<typeof deskDay>, locale: Locale): string {
  const rule = findClockRule(id, on);
  return rule === null ? id : localised(rule.title, locale);
}

function toBreach(row: BreachRow, locale: Locale): ClockBreachType {
  const given = row.given.map(({ staffId, at }) => ({ staffId, at: new Date(at) }));
  return Object.assign(new ClockBreachType(), {
    row,
    id: toGlobalId("CaseEvent", row.id),
    rule: row.rule,
    title: titleOf(row.rule, deskDay(row.at), locale),
    at: row.at,
    dueAt: row.due_at,
    holdings: holdingsOf(given, row.started_at ?? given[0]?.at ?? row.at, row.at).map((held) =>
      Object.assign(new CaseHoldingType(), held),
    ),
    metAt: row.met_at,
    nextKind: row.next_kind,
    nextAt: row.next_at,
  });
}
