import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { AvailableActionType, type RefusalReader, toAvailableAction } from "../cases/available-action.type.ts";
import { CaseOutcomeEnum, CaseStateEnum } from "../cases/case-words.type.ts";
import type { CaseOutcome, CaseState } from "../cases/domain/words.ts";
import { EvidenceLimitsType, EvidenceType, evidenceLimits, toEvidence } from "../evidence/evidence.type.ts";
import { LocaleEnum, localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { agencyFor } from "../referrals/domain/agencies.ts";
import { whatIsOpen } from "../referrals/domain/what-is-open.ts";
import type { Locale } from "../request-context.ts";
import { customerReason } from "./domain/customer-reason.ts";
import { type MoneyStop, moneyStops, type StopState, stopStates } from "./domain/money-stops.ts";
import { expectedArrivalOf } from "./domain/told-refund.ts";
import { trackedSentence } from "./domain/tracked-sentence.ts";
import type { TrackedCase } from "./queries/find-tracked-case.ts";

export const MoneyStopEnum = wordsEnum(moneyStops);
registerEnumType(MoneyStopEnum, {
  name: "MoneyStop",
  description: "Where a customer's money can be, on its way back.",
});

export const StopStateEnum = wordsEnum(stopStates);
registerEnumType(StopStateEnum, {
  name: "StopState",
  description: "DONE: it has passed there. HERE: there it is. LATER: it may come there. OFF: it will not.",
});

@ObjectType("TrackedStop", { description: "One of the stops of the customer's money." })
export class TrackedStopType {
  @Field(() => MoneyStopEnum)
  stop!: MoneyStop;

  @Field(() => StopStateEnum)
  state!: StopState;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it got there." })
  at!: Date | null;

  @Field(() => DayScalar, { nullable: true, description: "When it should get there." })
  expectedOn!: Day | null;
}

@ObjectType("TrackedMessage", { description: "What the customer and the desk wrote to each other." })
export class TrackedMessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { description: "False: the desk wrote it." })
  byCustomer!: boolean;

  @Field(() => String)
  body!: string;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType("TrackedNeed", { description: "What the desk needs from the customer." })
export class TrackedNeedType {
  @Field(() => String, { description: "In the words in which it was asked." })
  text!: string;

  @Field(() => DateTime, { nullable: true })
  until!: Date | null;
}

@ObjectType("TrackedRefusal", { description: "Why the request was not granted, and what can be done about it." })
export class TrackedRefusalType {
  @Field(() => String, { nullable: true, description: "In the words of whoever decided." })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Until when it can be contested; null when that is over." })
  contestUntil!: Date | null;

  @Field(() => String, { description: "The right to go further." })
  rights!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Where a complaint can be lodged; null, with all that is said of it, where an agency is done with this case.",
  })
  agency!: string | null;

  @Field(() => String, { nullable: true, description: "Where the agency takes complaints." })
  agencyAddress!: string | null;

  @Field(() => String, { nullable: true })
  agencyPhone!: string | null;
}

@ObjectType("TrackedCase", { description: "A case as its own customer sees it, by their private link." })
export class TrackedCaseType {
  @Field(() => ID, {
    description: "Of the case: what its mutations take as `caseId`, with the token as `x-case-token`.",
  })
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => Int, { description: "Send it as `expectedVersion`." })
  version!: number;

  @Field(() => LocaleEnum, { description: "The language that the customer chose." })
  locale!: Locale;

  @Field(() => CaseStateEnum)
  state!: CaseState;

  @Field(() => CaseOutcomeEnum, { nullable: true })
  outcome!: CaseOutcome | null;

  @Field(() => String, { description: "Where the matter stands, in plain words." })
  sentence!: string;

  @Field(() => DateTime, { nullable: true, description: "The end of the clock that the sentence speaks of." })
  hearBy!: Date | null;

  @Field(() => String)
  merchantName!: string;

  @Field(() => MoneyType, { description: "What is asked back." })
  amount!: MoneyType;

  @Field(() => DayScalar, { nullable: true, description: "The day of the payment, once it is on file." })
  paidOn!: Day | null;

  @Field(() => String, { nullable: true })
  cardLast4!: string | null;

  @Field(() => DateTime)
  openedAt!: Date;

  @Field(() => DateTime)
  updatedAt!: Date;

  @Field(() => [TrackedStopType], {
    description: "Where the money is, stop by stop: two or three where the bank gives it back itself, else four.",
  })
  stops!: readonly TrackedStopType[];

  @Field(() => MoneyType, {
    nullable: true,
    description: "What is on its way back, or else all that went back; once that is decided.",
  })
  refund!: MoneyType | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: "The day on which money last went back; from then on there is a receipt at `/r/<token>/receipt`.",
  })
  refundedOn!: Day | null;

  @Field(() => Boolean, {
    description:
      "Money went back, or some of it, in another way than to the card: no statement of its bank shows that.",
  })
  isPaidOutside!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description: "The last day on which the card's bank usually shows the money; null where that is over.",
  })
  expectedArrivalOn!: Day | null;

  @Field(() => TrackedNeedType, { nullable: true })
  need!: TrackedNeedType | null;

  @Field(() => MoneyType, { nullable: true, description: "What is offered and waits for the customer's answer." })
  offer!: MoneyType | null;

  @Field(() => TrackedRefusalType, { nullable: true })
  refusal!: TrackedRefusalType | null;

  @Field(() => [TrackedMessageType], { description: "Oldest first, at most the latest 200." })
  messages!: readonly TrackedMessageType[];

  @Field(() => [EvidenceType], { description: "The customer's own files. Fetched with the token as `x-case-token`." })
  evidence!: readonly EvidenceType[];

  @Field(() => EvidenceLimitsType)
  evidenceLimits!: EvidenceLimitsType;

  @Field(() => [AvailableActionType], { description: "What the customer can do now; what is shut says why." })
  actions!: readonly AvailableActionType[];
}

export function toTrackedCase(found: TrackedCase, reader: RefusalReader): TrackedCaseType {
  const { locale } = reader;
  const { facts } = found;
  const { sale, refund } = facts;
  return Object.assign(new TrackedCaseType(), {
    id: toGlobalId("Case", found.id),
    number: found.number,
    version: found.version,
    locale: found.locale,
    state: facts.state,
    outcome: facts.outcome,
    sentence: localised(trackedSentence(facts), locale),
    hearBy: facts.hearBy,
    merchantName: locale === "zh-CN" ? (found.merchant.nameZh ?? found.merchant.name) : found.merchant.name,
    amount: facts.amount,
    paidOn: sale === null ? null : deskDay(sale.paidAt),
    cardLast4: sale?.cardLast4 ?? null,
    openedAt: found.openedAt,
    updatedAt: found.updatedAt,
    stops: found.stops.map(({ title, note, ...stop }) => ({
      ...stop,
      title: localised(title, locale),
      note: note === null ? null : localised(note, locale),
    })),
    refund: refund?.amount ?? null,
    refundedOn: found.settled[0] === undefined ? null : deskDay(found.settled[0].settledAt),
    isPaidOutside: found.settled.some(({ isOutside }) => isOutside),
    expectedArrivalOn: expectedArrivalOf(facts),
    need: needOf(found),
    offer: facts.offer,
    refusal: refusalOf(found, locale),
    messages: found.messages.map(({ id, byCustomer, body, at }) => ({
      ...{ id: toGlobalId("CaseMessage", id), byCustomer, body, at },
    })),
    evidence: found.evidence.map(toEvidence),
    evidenceLimits,
    actions: found.actions.map((action) => forCustomer(toAvailableAction(action, reader), locale)),
  });
}

/** The same reasons, in words for whoever paid. */
function forCustomer(offered: AvailableActionType, locale: Locale): AvailableActionType {
  const reasons = offered.reasons.map((reason) => {
    const own = customerReason[reason.code];
    return own === undefined ? reason : { ...reason, message: localised(own, locale) };
  });
  return { ...offered, reasons };
}

function needOf({ facts, messages }: TrackedCase): TrackedNeedType | null {
  if (facts.state !== "AWAITING_CUSTOMER") return null;
  const asked = messages.findLast(({ kind }) => kind === "REQUEST_INFORMATION");
  return { text: asked?.body ?? "", until: facts.hearBy };
}

/** Told with every refusal, and with every end in which the customer did not get what they asked for. */
function refusalOf({ facts, messages, elsewhere }: TrackedCase, locale: Locale): TrackedRefusalType | null {
  const { state, outcome, hearBy, now } = facts;
  if (state !== "DECLINED" && outcome !== "DECLINED" && outcome !== "DEFENDED") return null;
  const told = messages.findLast(({ kind }) => kind === "DECLINE_REQUEST");
  const contestUntil = state === "DECLINED" && hearBy !== null && hearBy >= now ? hearBy : null;
  const agency = elsewhere.agencyIsDone ? null : agencyFor(elsewhere.agency, facts.amount.currency);
  const decidedBy = outcome === "DEFENDED" ? "BANK" : "DESK";
  return {
    reason: told?.body ?? null,
    contestUntil,
    rights: localised(whatIsOpen({ decidedBy, mayContest: contestUntil !== null, ...elsewhere }), locale),
    agency: agency === null ? null : localised(agency.name, locale),
    agencyAddress: agency?.address ?? null,
    agencyPhone: agency?.phone ?? null,
  };
}
