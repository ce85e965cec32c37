import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { providerIds } from "../providers/domain/provider-rules.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { planMaintenance } from "./actions/plan-maintenance.ts";
import { stopMaintenance } from "./actions/stop-maintenance.ts";
import { PlanProviderMaintenanceInput, StopProviderMaintenanceInput } from "./maintenance.input.ts";
import {
  KeepProviderMaintenanceResult,
  ProviderMaintenanceKeptType,
  toPlanRefused,
  toStopFailure,
} from "./maintenance.result.ts";
import {
  HeldBackType,
  PaymentProviderType,
  ProviderMaintenanceEventType,
  ProviderMaintenanceType,
  ProviderTrafficType,
  toHeldBack,
  toMaintenance,
  toMaintenanceEvent,
  toProvider,
} from "./maintenance.type.ts";
import { eventsOfWindow, findWindow, runningOfProvider, windowsOfProvider } from "./queries/provider-maintenance.ts";
import { trafficOfProvider } from "./queries/provider-traffic.ts";
import { RefundType } from "./refund.type.ts";

type Answer = Promise<typeof KeepProviderMaintenanceResult>;

@Resolver(() => PaymentProviderType)
export class PaymentProviderResolver {
  @Query(() => [PaymentProviderType], { description: "The providers that refunds are sent to." })
  paymentProviders(@Ctx() { locale }: RequestContext): readonly PaymentProviderType[] {
    return providerIds.map((code) => toProvider(code, locale));
  }

  @Mutation(() => KeepProviderMaintenanceResult, {
    description:
      "Plans a time in which a provider is sent no refund. What would be sent then waits, and is sent once, afterwards. Windows of one provider never overlap.",
  })
  async planProviderMaintenance(
    @Arg("input", () => PlanProviderMaintenanceInput) input: PlanProviderMaintenanceInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const { provider, startsAt, endsAt, reasonZh: zh, reasonEn: en } = input;
    const planned = await planMaintenance(ctx, { provider, startsAt, endsAt, reason: { zh, en } });
    return planned.ok ? kept(ctx, planned.value) : toPlanRefused(planned.error, ctx.locale);
  }

  @Mutation(() => KeepProviderMaintenanceResult, {
    description: "Cancels a window that has not begun; ends one that runs, and what waited is sent at once.",
  })
  async stopProviderMaintenance(
    @Arg("input", () => StopProviderMaintenanceInput) input: StopProviderMaintenanceInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const stopped = await stopMaintenance(ctx, input);
    return stopped.ok ? kept(ctx, stopped.value) : toStopFailure(stopped.error, ctx.locale);
  }

  @FieldResolver(() => ProviderTrafficType)
  async traffic(@Root() { code }: PaymentProviderType, @Ctx() ctx: RequestContext): Promise<ProviderTrafficType> {
    const { last_answered_at: lastAnsweredAt, ...counted } = await ctx.loaders.load(trafficOfProvider, code);
    return Object.assign(new ProviderTrafficType(), { ...counted, lastAnsweredAt });
  }

  @FieldResolver(() => [ProviderMaintenanceType], {
    description: "Planned, running and past windows, the last to end first, at most 20.",
  })
  async maintenance(
    @Root() { code }: PaymentProviderType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ProviderMaintenanceType[]> {
    const rows = await ctx.loaders.load(windowsOfProvider, code);
    return rows.map((row) => toMaintenance(row, ctx.clock.now(), ctx.locale));
  }
}

@Resolver(() => ProviderMaintenanceType)
export class ProviderMaintenanceResolver {
  @FieldResolver(() => [ProviderMaintenanceEventType], { description: "What was done to it, oldest first." })
  async history(
    @Root() { row }: ProviderMaintenanceType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly ProviderMaintenanceEventType[]> {
    return (await ctx.loaders.load(eventsOfWindow, row.id)).map(toMaintenanceEvent);
  }
}

@Resolver(() => ProviderMaintenanceEventType)
export class ProviderMaintenanceEventResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Null: the desk itself." })
  by(@Root() { row }: ProviderMaintenanceEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

/** What maintenance adds to a refund. */
@Resolver(() => RefundType)
export class HeldBackRefundResolver {
  @FieldResolver(() => HeldBackType, {
    nullable: true,
    description: "Why it waits to be sent, and until when; null unless its provider is in maintenance.",
  })
  async heldBack(@Root() { row }: RefundType, @Ctx() ctx: RequestContext): Promise<HeldBackType | null> {
    if (row.state !== "QUEUED") return null;
    const running = await ctx.loaders.load(runningOfProvider, row.provider);
    return running === null ? null : toHeldBack(running, ctx.locale);
  }
}

async function kept(ctx: RequestContext, id: string): Promise<ProviderMaintenanceKeptType> {
  const row = await findWindow(ctx.db, id);
  if (row === undefined) throw new Error(`Maintenance window ${id} was just kept and is gone`);
  const maintenance = toMaintenance(row, ctx.clock.now(), ctx.locale);
  return Object.assign(new ProviderMaintenanceKeptType(), { maintenance });
}
