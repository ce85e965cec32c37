import { Field, ID, InputType } from "type-graphql";
import { rowId } from "../graphql/ids.ts";
import { BigIntScalar, CurrencyCodeScalar, DateTime, DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { startOfDay } from "../kernel/zoned-time.ts";
import type { ActionContext } from "../request-context.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import {
  CaseChannelEnum,
  CaseEventKindEnum,
  CaseOriginEnum,
  CaseOutcomeEnum,
  CaseReasonEnum,
  CaseStageEnum,
  CaseStateEnum,
  CaseTurnEnum,
  DueSpanEnum,
  OverturnerEnum,
} from "./case-words.type.ts";
import { type DueSpan, dayAfter, endOfSpan } from "./domain/due-within.ts";
import { needsOf } from "./domain/needs-of.ts";
import type { Overturner } from "./domain/overturners.ts";
import type { CaseTurn } from "./domain/waits-on.ts";
import type {
  CaseChannel,
  CaseEventKind,
  CaseOrigin,
  CaseOutcome,
  CaseReason,
  CaseStage,
  CaseState,
} from "./domain/words.ts";
import type { CaseFilter, Happened } from "./queries/narrow-cases.ts";

@InputType("CaseHappened", {
  description: "Something of these kinds happened to the case in a span of the desk's days, once or more often.",
})
export class CaseHappenedInput {
  @Field(() => [CaseEventKindEnum])
  kinds!: CaseEventKind[];

  @Field(() => DayScalar, { description: "On this day of the desk or later." })
  from!: Day;

  @Field(() => DayScalar, { description: "On this day of the desk or before." })
  until!: Day;

  @Field(() => [OverturnerEnum], {
    nullable: true,
    description: "And what next went the other way was the word of one of these. For refusals.",
  })
  overturnedBy!: Overturner[] | null;
}

@InputType("CaseFilter", { description: "Everything left out is not asked; everything given must hold." })
export class CaseFilterInput {
  @Field(() => [CaseStateEnum], { nullable: true })
  states!: CaseState[] | null;

  @Field(() => [CaseStageEnum], { nullable: true })
  stages!: CaseStage[] | null;

  @Field(() => [CaseReasonEnum], { nullable: true })
  reasons!: CaseReason[] | null;

  @Field(() => [CaseChannelEnum], { nullable: true })
  channels!: CaseChannel[] | null;

  @Field(() => [CaseOriginEnum], { nullable: true })
  origins!: CaseOrigin[] | null;

  @Field(() => [CaseOutcomeEnum], { nullable: true, description: "Of closed cases." })
  outcomes!: CaseOutcome[] | null;

  @Field(() => [CardNetworkEnum], { nullable: true, description: "The network of the card that paid." })
  networks!: CardNetwork[] | null;

  @Field(() => [CaseTurnEnum], { nullable: true, description: "Whose move is next." })
  waitsOn!: CaseTurn[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: open cases only. False: closed ones only." })
  open!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: assigned to the viewer. With `unassigned` or `assigneeId`: or to those.",
  })
  mine!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: assigned to nobody. With `mine` or `assigneeId`: or to those.",
  })
  unassigned!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: open cases whose next move is one that the viewer's role makes. For agents what waits for the desk; for supervisors the first approvals as well, and for compliance officers the second, save what they proposed themselves; for a merchant what waits for the merchant's answer; for a bank what waits for the bank.",
  })
  needsAction!: boolean | null;

  @Field(() => ID, { nullable: true })
  assigneeId!: string | null;

  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true })
  currency!: string | null;

  @Field(() => BigIntScalar, { nullable: true, description: "Minor units; give `currency` with it." })
  amountAtLeastMinor!: bigint | null;

  @Field(() => BigIntScalar, { nullable: true, description: "Minor units; give `currency` with it." })
  amountAtMostMinor!: bigint | null;

  @Field(() => DateTime, { nullable: true, description: "The binding clock runs out before this instant." })
  dueBefore!: Date | null;

  @Field(() => DueSpanEnum, {
    nullable: true,
    description: "The binding clock runs out within this span of the desk's days.",
  })
  dueWithin!: DueSpan | null;

  @Field(() => DayScalar, { nullable: true, description: "Opened on this day of the desk or later." })
  openedFrom!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Opened on this day of the desk or before." })
  openedUntil!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Closed on this day of the desk or later." })
  closedFrom!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Closed on this day of the desk or before." })
  closedUntil!: Day | null;

  @Field(() => [ID], { nullable: true, description: "Decided by one of these versions of a policy, at any time." })
  policyVersionIds!: string[] | null;

  @Field(() => CaseHappenedInput, { nullable: true })
  happened!: CaseHappenedInput | null;
}

/** Days as moments: the first of one day, and the first after another. */
function toHappened({ kinds, from, until, overturnedBy }: CaseHappenedInput): Happened {
  return {
    kinds,
    from: startOfDay(from, deskTimeZone()),
    before: dayAfter(until),
    ...(overturnedBy != null && { overturnedBy }),
  };
}

/** An id that names nothing of ours narrows to nothing, rather than being left out. */
const nobody = "00000000-0000-7000-8000-000000000000";

/** What the viewer asks, in the words of the query. An argument that is left out comes as undefined. */
export function toCaseFilter(
  input: CaseFilterInput | null | undefined,
  { actor, clock }: Pick<ActionContext, "actor" | "clock">,
): CaseFilter {
  if (input == null) return {};
  const { states, stages, reasons, channels, origins, outcomes, networks, waitsOn, open, needsAction } = input;
  const { mine, unassigned, assigneeId, merchantId, currency, amountAtLeastMinor, amountAtMostMinor } = input;
  const { dueBefore, dueWithin, openedFrom, openedUntil, closedFrom, closedUntil, policyVersionIds, happened } = input;
  const assignees = [
    ...(mine === true ? [actor.id ?? nobody] : []),
    ...(unassigned === true ? [null] : []),
    ...(assigneeId != null ? [rowId(assigneeId, "Staff") ?? nobody] : []),
  ];
  return {
    ...(states != null && { states }),
    ...(stages != null && { stages }),
    ...(reasons != null && { reasons }),
    ...(channels != null && { channels }),
    ...(origins != null && { origins }),
    ...(outcomes != null && { outcomes }),
    ...(networks != null && { networks }),
    ...(waitsOn != null && { waitsOn }),
    ...(open != null && { open }),
    ...(needsAction === true && { needs: needsOf(actor) }),
    ...(assignees.length > 0 && { assignees }),
    ...(merchantId != null && { merchantId: rowId(merchantId, "Merchant") ?? nobody }),
    ...(currency != null && { currency }),
    ...(amountAtLeastMinor != null && { amountAtLeastMinor }),
    ...(amountAtMostMinor != null && { amountAtMostMinor }),
    ...(dueBefore != null && { dueBefore }),
    ...(dueWithin != null && { dueWithin: endOfSpan(dueWithin, clock.now()) }),
    ...(openedFrom != null && { openedFrom: startOfDay(openedFrom, deskTimeZone()) }),
    ...(openedUntil != null && { openedBefore: dayAfter(openedUntil) }),
    ...(closedFrom != null && { closedFrom: startOfDay(closedFrom, deskTimeZone()) }),
    ...(closedUntil != null && { closedBefore: dayAfter(closedUntil) }),
    ...(policyVersionIds != null && {
      policyVersions: policyVersionIds.map((id) => rowId(id, "PolicyVersion") ?? nobody),
    }),
    ...(happened != null && { happened: toHappened(happened) }),
  };
}
