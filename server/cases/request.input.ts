import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import { PuzzleSolutionInput } from "../graphql/puzzle.type.ts";
import { DayScalar, Uuid } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Locale } from "../request-context.ts";
import { CaseReasonEnum } from "./case-words.type.ts";
import type { CaseReason } from "./domain/words.ts";

@InputType("PaymentSlipInput", {
  description:
    "What the customer reads off their slip: one of the three numbers, the card's last four, and the amount or the day that was paid. All that is given must fit.",
})
export class PaymentSlipInput {
  @Field(() => String, { nullable: true, description: "Six digits; leading zeros may be left out." })
  voucherNumber!: string | null;

  @Field(() => String, { nullable: true, description: "The retrieval reference number (RRN)." })
  retrievalReference!: string | null;

  @Field(() => String, { nullable: true, description: "The acquirer's own number of the payment." })
  reference!: string | null;

  @Field(() => String, { description: "Four digits, never more of the card's number." })
  cardLast4!: string;

  @Field(() => MoneyInput, { nullable: true, description: "The amount that was paid, as the slip shows it." })
  paid!: MoneyInput | null;

  @Field(() => DayScalar, { nullable: true, description: "The day on the slip." })
  paidOn!: string | null;

  @Field(() => String, { nullable: true })
  terminalNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Needed where the payment is not on file, so that the desk knows whom to ask.",
  })
  merchantNumber!: string | null;
}

@InputType("ContactInput", { description: "How the customer is called and reached. One way is enough." })
export class ContactInput {
  @Field(() => String, { description: "At most 80 characters." })
  name!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => LocaleEnum, {
    nullable: true,
    description: "What they read; the language of the request when left out.",
  })
  locale!: Locale | null;
}

@InputType("SubmitRequestInput")
export class SubmitRequestInput {
  @Field(() => PaymentSlipInput)
  slip!: PaymentSlipInput;

  @Field(() => MoneyInput, { description: "What is asked back: all that was paid, or a part of it." })
  amount!: MoneyInput;

  @Field(() => CaseReasonEnum)
  reason!: CaseReason;

  @Field(() => String, {
    nullable: true,
    description: "In the customer's own words, at most 4,000 characters. Card numbers are masked before it is stored.",
  })
  message!: string | null;

  @Field(() => ContactInput)
  contact!: ContactInput;

  @Field(() => Uuid, {
    description:
      "Made once when the form is filled in, and kept secret: whoever sends the same form under the same key again gets the same private link.",
  })
  idempotencyKey!: string;

  @Field(() => PuzzleSolutionInput, { nullable: true, description: "Where the answer before asked for it." })
  puzzle!: PuzzleSolutionInput | null;
}

const intakeChannels = ["PHONE", "COUNTER"] as const;
export const IntakeChannelEnum = wordsEnum(intakeChannels);
registerEnumType(IntakeChannelEnum, {
  name: "IntakeChannel",
  description: "By which door a request came to the desk.",
});

const intakeOrigins = ["CUSTOMER", "MERCHANT"] as const;
export const IntakeOriginEnum = wordsEnum(intakeOrigins);
registerEnumType(IntakeOriginEnum, { name: "IntakeOrigin", description: "Who brought the matter up." });

@InputType("OpenCaseForCustomerInput")
export class OpenCaseForCustomerInput {
  @Field(() => ID)
  transactionId!: string;

  @Field(() => IntakeOriginEnum, { defaultValue: "CUSTOMER" })
  origin!: (typeof intakeOrigins)[number];

  @Field(() => IntakeChannelEnum)
  channel!: (typeof intakeChannels)[number];

  @Field(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => CaseReasonEnum)
  reason!: CaseReason;

  @Field(() => String, { nullable: true, description: "What the customer said, at most 4,000 characters." })
  message!: string | null;

  @Field(() => ContactInput)
  contact!: ContactInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True where an open case about the same payment was seen, and this is another matter.",
  })
  despiteOpenCase!: boolean;

  @Field(() => Uuid)
  idempotencyKey!: string;
}
