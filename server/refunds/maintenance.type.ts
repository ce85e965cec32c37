import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { type ProviderId, providerRules } from "../providers/domain/provider-rules.ts";
import type { Locale } from "../request-context.ts";
import {
  type MaintenanceEventKind,
  type MaintenanceState,
  maintenanceEventKinds,
  maintenanceStateOf,
  maintenanceStates,
} from "./domain/maintenance.ts";
import { type RefundKind, refundKinds } from "./domain/words.ts";
import type { MaintenanceEventRow, MaintenanceRow } from "./queries/provider-maintenance.ts";
import { RefundKindEnum } from "./refund-words.type.ts";

const MaintenanceStateEnum = wordsEnum(maintenanceStates);
registerEnumType(MaintenanceStateEnum, {
  name: "MaintenanceState",
  description: "Where a maintenance window stands.",
  valuesConfig: { RUNNING: { description: "Refunds wait, and are sent when it ends." } },
});

const MaintenanceEventKindEnum = wordsEnum(maintenanceEventKinds);
registerEnumType(MaintenanceEventKindEnum, {
  name: "MaintenanceEventKind",
  description: "What was done to a maintenance window.",
});

@ObjectType("ProviderMaintenance", {
  simpleResolvers: true,
  description:
    "A time in which a provider is sent no refund. What it already has is still asked about, and what waits is sent once, afterwards.",
})
export class ProviderMaintenanceType {
  /** The row behind it, for the fields that are resolved. Not on the wire. */
  row!: MaintenanceRow;

  @Field(() => ID)
  id!: string;

  @Field(() => DateTime)
  startsAt!: Date;

  @Field(() => DateTime, { description: "Where it was ended early, the moment of that." })
  endsAt!: Date;

  @Field(() => String, { description: "In the reader's language." })
  reason!: string;

  @Field(() => MaintenanceStateEnum)
  state!: MaintenanceState;

  @Field(() => Int, { description: "Give this as `expectedVersion` to end or cancel it." })
  version!: number;
}

@ObjectType("ProviderMaintenanceEvent", { simpleResolvers: true, description: "One line of a window's history." })
export class ProviderMaintenanceEventType {
  row!: MaintenanceEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => MaintenanceEventKindEnum)
  kind!: MaintenanceEventKind;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => DateTime, { description: "As it was planned then." })
  startsAt!: Date;

  @Field(() => DateTime, { description: "As it was planned then." })
  endsAt!: Date;
}

@ObjectType("ProviderTraffic", {
  simpleResolvers: true,
  description: "How a provider answered in the last 24 hours, and what waits for it.",
})
export class ProviderTrafficType {
  @Field(() => Int, { description: "Instructions sent and questions asked." })
  exchanges!: number;

  @Field(() => Int)
  declined!: number;

  @Field(() => Int, { description: "No answer came that could be used; the desk goes on asking." })
  unanswered!: number;

  @Field(() => DateTime, { nullable: true, description: "Null: it answered nothing in that time." })
  lastAnsweredAt!: Date | null;

  @Field(() => Int, { description: "Refunds that wait to be sent to it." })
  waiting!: number;
}

@ObjectType("PaymentProvider", { simpleResolvers: true, description: "Whoever moves the money of refunds." })
export class PaymentProviderType {
  @Field(() => ID, { description: "Its code, e.g. simulated-acquirer." })
  code!: ProviderId;

  @Field(() => String, { description: "In the reader's language." })
  name!: string;

  @Field(() => [RefundKindEnum], { description: "What it can be told to do." })
  kinds!: readonly RefundKind[];
}

@ObjectType("HeldBack", {
  simpleResolvers: true,
  description: "A refund waits because its provider is in maintenance.",
})
export class HeldBackType {
  @Field(() => DateTime, { description: "It is sent then, or sooner if the maintenance ends early." })
  until!: Date;

  @Field(() => String, { description: "Why, in the reader's language." })
  reason!: string;
}

const reasonOf = ({ reason_zh: zh, reason_en: en }: MaintenanceRow, locale: Locale) => localised({ zh, en }, locale);

export function toMaintenance(row: MaintenanceRow, now: Date, locale: Locale): ProviderMaintenanceType {
  const { id, version, starts_at: startsAt, ends_at: endsAt, cancelled_at } = row;
  const state = maintenanceStateOf({ startsAt, endsAt, isCancelled: cancelled_at !== null }, now);
  const reason = reasonOf(row, locale);
  return Object.assign(new ProviderMaintenanceType(), { row, id, version, startsAt, endsAt, state, reason });
}

export function toMaintenanceEvent(row: MaintenanceEventRow): ProviderMaintenanceEventType {
  const { id, kind, at, starts_at: startsAt, ends_at: endsAt } = row;
  return Object.assign(new ProviderMaintenanceEventType(), { row, id, kind, at, startsAt, endsAt });
}

/** All kinds: no provider so far leaves one out. */
export function toProvider(code: ProviderId, locale: Locale): PaymentProviderType {
  const name = localised(providerRules[code].name, locale);
  return Object.assign(new PaymentProviderType(), { code, name, kinds: refundKinds });
}

export function toHeldBack(row: MaintenanceRow, locale: Locale): HeldBackType {
  return Object.assign(new HeldBackType(), { until: row.ends_at, reason: reasonOf(row, locale) });
}
