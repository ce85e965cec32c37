import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CaseActionEnum, CaseStateEnum } from "../cases/case-words.type.ts";
import type { CaseAction, CaseState } from "../cases/domain/words.ts";
import { BankRulingEnum } from "../disputes/dispute-words.type.ts";
import type { BankRuling } from "../disputes/domain/words.ts";
import { LocaleEnum } from "../graphql/locale.ts";
import { MoneyInput, MoneyType } from "../graphql/money.type.ts";
import { DayScalar } from "../graphql/scalars.ts";
import { money } from "../kernel/money.ts";
import type { NoticeAudience, NoticeChannel, NoticeKind } from "../notices/domain/words.ts";
import { NoticeTextType } from "../notices/notice.type.ts";
import { NoticeAudienceEnum, NoticeChannelEnum, NoticeKindEnum } from "../notices/notice-words.type.ts";
import type { AgencyOutcome, ReferralStep } from "../referrals/domain/words.ts";
import { AgencyOutcomeEnum, ReferralStepEnum } from "../referrals/referral.type.ts";
import type { Locale } from "../request-context.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import { StaffType } from "../staff/staff.type.ts";
import { PermissionEnum } from "../staff/staff-words.type.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import type { ForeseenMoney } from "./domain/outlook-money.ts";
import { RefundFeeType } from "./refund-fee.type.ts";

@InputType("ActionOutlookInput", { description: "An action as far as it is decided, without its words." })
export class ActionOutlookInput {
  @Field(() => CaseActionEnum)
  action!: CaseAction;

  @Field(() => MoneyInput, { nullable: true, description: "Left out: what was asked for, offered or disputed." })
  amount!: MoneyInput | null;

  @Field(() => BankRulingEnum, { nullable: true, description: "For RECORD_BANK_RULING." })
  ruling!: BankRuling | null;

  @Field(() => AgencyOutcomeEnum, { nullable: true, description: "For RECORD_AGENCY_OUTCOME." })
  agencyOutcome!: AgencyOutcome | null;

  @Field(() => ID, { nullable: true, description: "The agency's code, for REFER_TO_AGENCY." })
  agency!: string | null;

  @Field(() => ReferralStepEnum, { nullable: true, description: "For ADVANCE_REFERRAL." })
  referralStep!: ReferralStep | null;

  @Field(() => String, { nullable: true, description: "The network's code, for ESCALATE_TO_BANK." })
  reasonCode!: string | null;

  @Field(() => ID, { nullable: true, description: "For ASSIGN: whose the case would be; left out or null, nobody's." })
  assigneeId!: string | null;
}

@ObjectType("NeededAgreement", {
  simpleResolvers: true,
  description: "One agreement that would be needed, and a few who could give it.",
})
export class NeededAgreementType {
  @Field(() => PermissionEnum)
  right!: Permission;

  @Field(() => [StaffType])
  staff!: readonly StaffType[];
}

@ObjectType("SaleMoney", { simpleResolvers: true, description: "Where the money of a payment is." })
export class SaleMoneyType {
  @Field(() => MoneyType)
  refunded!: MoneyType;

  @Field(() => MoneyType, { description: "Held for refunds that wait, or are on their way." })
  inFlight!: MoneyType;

  @Field(() => MoneyType, { description: "Of that, what is only held by this case: nobody has sent it yet." })
  held!: MoneyType;

  @Field(() => MoneyType, { description: "Of that, the rest: it is on its way." })
  onItsWay!: MoneyType;

  @Field(() => MoneyType)
  chargedBack!: MoneyType;

  @Field(() => MoneyType, { description: "What banks keep beyond the payment: it had gone back already." })
  paidTwice!: MoneyType;

  @Field(() => MoneyType, { description: "What may still go back." })
  refundable!: MoneyType;
}

@ObjectType("OwnWord", {
  simpleResolvers: true,
  description: "What the viewer's own word is worth for a case's money.",
})
export class OwnWordType {
  @Field(() => CaseActionEnum, {
    description: "APPROVE_REFUND, of all that was asked for, or GRANT_APPROVAL, of what waits.",
  })
  action!: CaseAction;

  @Field(() => Boolean, { description: "False: it proposes, and others must agree before money leaves." })
  isEnough!: boolean;

  @Field(() => String, { description: "In the reader's language: what follows, and why." })
  text!: string;
}

@ObjectType("MoneyOutlook", { simpleResolvers: true })
export class MoneyOutlookType {
  @Field(() => SaleMoneyType)
  before!: SaleMoneyType;

  @Field(() => SaleMoneyType)
  after!: SaleMoneyType;
}

@ObjectType("ForeseenText", { simpleResolvers: true, description: "A notice's wording in one language, filled in." })
export class ForeseenTextType {
  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => NoticeTextType, { description: "`{message}` stands where the words that are sent along will be." })
  text!: NoticeTextType;
}

@ObjectType("ForeseenDelivery", { simpleResolvers: true, description: "One reader over one channel." })
export class ForeseenDeliveryType {
  @Field(() => NoticeChannelEnum)
  channel!: NoticeChannel;

  @Field(() => LocaleEnum)
  locale!: Locale;

  @Field(() => String, { nullable: true, description: "Masked; null on the console, and where there is none." })
  address!: string | null;
}

@ObjectType("ForeseenNotice", { simpleResolvers: true, description: "A notice that the action would cause." })
export class ForeseenNoticeType {
  @Field(() => NoticeKindEnum)
  kind!: NoticeKind;

  @Field(() => NoticeAudienceEnum)
  audience!: NoticeAudience;

  @Field(() => [ForeseenDeliveryType], { description: "Empty: nobody would be reached." })
  deliveries!: readonly ForeseenDeliveryType[];

  @Field(() => [ForeseenTextType], { description: "In both languages." })
  texts!: readonly ForeseenTextType[];
}

@ObjectType("SuggestedWords", { simpleResolvers: true, description: "Words to begin with, in both languages." })
export class SuggestedWordsType {
  @Field(() => String)
  zh!: string;

  @Field(() => String)
  en!: string;
}

@ObjectType("PayingCard", { simpleResolvers: true, description: "The card that paid: money goes back to no other." })
export class PayingCardType {
  @Field(() => CardNetworkEnum)
  network!: CardNetwork;

  @Field(() => String)
  last4!: string;
}

@ObjectType("PolicyPlace", { simpleResolvers: true, description: "Where a policy says something." })
export class PolicyPlaceType {
  @Field(() => Int)
  version!: number;

  @Field(() => Int, { nullable: true, description: "The row that decides, from one; null where no row fits." })
  rowNumber!: number | null;
}

@ObjectType("ActionOutlook", {
  simpleResolvers: true,
  description: "What an action would do, by the tables that will do it. Nothing is written.",
})
export class ActionOutlookType {
  @Field(() => CaseStateEnum, { description: "Where the case would rest." })
  goesTo!: CaseState;

  @Field(() => [NeededAgreementType], { description: "Who would have to agree before money moves, in order." })
  agreements!: readonly NeededAgreementType[];

  @Field(() => MoneyOutlookType, { nullable: true, description: "Null where no payment is known." })
  money!: MoneyOutlookType | null;

  @Field(() => [ForeseenNoticeType])
  notices!: readonly ForeseenNoticeType[];

  @Field(() => SuggestedWordsType, {
    nullable: true,
    description: "For the customer's text; null where only a person can know.",
  })
  suggestion!: SuggestedWordsType | null;

  @Field(() => String, {
    nullable: true,
    description:
      "How far the viewer's own word reaches on this money, in a sentence, by the policy and the currency of the case; null where no limit turns the action's way.",
  })
  limit!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: "The last day on which the money usually has arrived; null where the action sends none.",
  })
  arrivesOn!: string | null;

  @Field(() => RefundFeeType, {
    nullable: true,
    description: "What the refund costs; null where the action gives nothing back, or the policy names no fee.",
  })
  fee!: RefundFeeType | null;

  @Field(() => PayingCardType, { nullable: true, description: "Null where no payment is known." })
  card!: PayingCardType | null;

  @Field(() => PolicyPlaceType, {
    nullable: true,
    description: "The policy's latest word; null where it has said none.",
  })
  policy!: PolicyPlaceType | null;
}

export function toSaleMoney(sale: ForeseenMoney): SaleMoneyType {
  const { currency, capturedMinor, refundedMinor, inFlightMinor, heldMinor, chargedBackMinor, paidTwiceMinor } = sale;
  return {
    refunded: money(refundedMinor, currency),
    inFlight: money(inFlightMinor, currency),
    held: money(heldMinor, currency),
    onItsWay: money(inFlightMinor - heldMinor, currency),
    chargedBack: money(chargedBackMinor, currency),
    paidTwice: money(paidTwiceMinor, currency),
    refundable: money(capturedMinor - refundedMinor - inFlightMinor - chargedBackMinor, currency),
  };
}
