import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyInput } from "../graphql/money.type.ts";
import { DateTime, Uuid } from "../graphql/scalars.ts";
import { CheckKindEnum, CheckOutcomeEnum, MessageThreadEnum } from "./case-words.type.ts";
import type { CheckKind, CheckOutcome } from "./domain/checks.ts";
import type { MessageThread } from "./domain/words.ts";

@InputType("CaseActionInput", { description: "What every action on a case is told." })
export class CaseActionInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int, { description: "The version on which the person decided. Another version answers StaleCase." })
  expectedVersion!: number;

  @Field(() => Uuid, {
    description: "Made once per intention. The same key and input give the same answer; other input gives KeyReused.",
  })
  idempotencyKey!: string;
}

@InputType("AttachPaymentInput")
export class AttachPaymentInput extends CaseActionInput {
  @Field(() => ID, { description: "A payment of the case's own shop, over which no other case is open." })
  transactionId!: string;
}

@InputType("MessageActionInput")
export class MessageActionInput extends CaseActionInput {
  @Field(() => String, {
    description: "At most 4,000 characters. Card numbers and security codes are masked before it is stored.",
  })
  message!: string;
}

@InputType("ReasonActionInput")
export class ReasonActionInput extends CaseActionInput {
  @Field(() => String, { description: "At most 4,000 characters." })
  reason!: string;
}

@InputType("RecordCheckInput")
export class RecordCheckInput extends CaseActionInput {
  @Field(() => CheckKindEnum)
  check!: CheckKind;

  @Field(() => CheckOutcomeEnum, {
    description:
      "PASSED or FAILED. WAIVED or NOT_NEEDED let it go, which `proposeCheckWaiver` asks another person for.",
  })
  outcome!: "PASSED" | "FAILED" | "WAIVED" | "NOT_NEEDED" | "PENDING";

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@InputType("ProposeCheckWaiverInput")
export class ProposeCheckWaiverInput extends ReasonActionInput {
  @Field(() => CheckKindEnum)
  check!: CheckKind;

  @Field(() => CheckOutcomeEnum, {
    defaultValue: "WAIVED",
    description: "WAIVED: it is let go. NOT_NEEDED: it makes no sense in this case. Anything else is refused.",
  })
  outcome!: CheckOutcome;
}

@InputType("RecordMerchantAnswerInput")
export class RecordMerchantAnswerInput extends MessageActionInput {
  @Field(() => Boolean, {
    description: "True: the merchant confirms the customer's account. False: the merchant contests it.",
  })
  confirms!: boolean;
}

@InputType("ApproveRefundInput")
export class ApproveRefundInput extends CaseActionInput {
  @Field(() => MoneyInput, { description: "At most what was asked for and what may still go back over the sale." })
  amount!: MoneyInput;

  @Field(() => String, {
    nullable: true,
    description: "Needed where the policy does not approve; compliance reads it.",
  })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "What the customer is told." })
  messageToCustomer!: string | null;
}

@InputType("DeclineRequestInput")
export class DeclineRequestInput extends ReasonActionInput {
  @Field(() => String, {
    nullable: true,
    description: "Needed where the policy approves; compliance reads it, the customer does not.",
  })
  overrideReason!: string | null;
}

@InputType("GrantApprovalInput")
export class GrantApprovalInput extends CaseActionInput {
  @Field(() => String, { nullable: true })
  note!: string | null;
}

@InputType("MakeOfferInput")
export class MakeOfferInput extends MessageActionInput {
  @Field(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String, {
    nullable: true,
    description: "Needed where the policy does not approve; compliance reads it, the customer does not.",
  })
  overrideReason!: string | null;
}

@InputType("EscalateCaseToBankInput")
export class EscalateCaseToBankInput extends MessageActionInput {
  @Field(() => String, {
    description: "The network's reason code under which the dispute is raised, e.g. 13.6 (Visa).",
  })
  reasonCode!: string;
}

@InputType("ReferCaseToAgencyInput")
export class ReferCaseToAgencyInput extends MessageActionInput {
  @Field(() => String, { description: "The agency's code in the directory, e.g. CN-12315." })
  agency!: string;
}

@InputType("WithdrawCaseInput")
export class WithdrawCaseInput extends CaseActionInput {
  @Field(() => String, { nullable: true })
  message!: string | null;
}

@InputType("AssignCaseInput")
export class AssignCaseInput extends CaseActionInput {
  @Field(() => ID, { nullable: true, description: "A member of staff; null leaves the case to nobody." })
  assigneeId!: string | null;
}

@InputType("AddNoteInput")
export class AddNoteInput extends MessageActionInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Colleagues whom the note calls, as `Staff`. They find it among their mentions.",
  })
  mentions!: string[] | null;
}

@InputType("SnoozeCaseInput")
export class SnoozeCaseInput extends CaseActionInput {
  @Field(() => DateTime, { description: "Within the next 90 days." })
  until!: Date;
}

@InputType("SendMessageInput")
export class SendMessageInput extends MessageActionInput {
  @Field(() => MessageThreadEnum, { description: "CUSTOMER, MERCHANT or BANK. Internal words go by addNote." })
  thread!: MessageThread;
}
