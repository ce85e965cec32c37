import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { actOnCase } from "./act-on-case.ts";
import {
  AddNoteInput,
  ApproveRefundInput,
  AssignCaseInput,
  AttachPaymentInput,
  CaseActionInput,
  DeclineRequestInput,
  GrantApprovalInput,
  MakeOfferInput,
  MessageActionInput,
  ProposeCheckWaiverInput,
  ReasonActionInput,
  RecordCheckInput,
  RecordMerchantAnswerInput,
  SendMessageInput,
  SnoozeCaseInput,
  WithdrawCaseInput,
} from "./case-action.input.ts";
import { CaseActionResult } from "./case-action.result.ts";

const noTransaction = "00000000-0000-7000-8000-000000000000";

type Answer = Promise<typeof CaseActionResult>;

/** Every action that a person takes on a case, one mutation each. The rules stand in the workflow, not here. */
@Resolver()
export class CaseActionResolver {
  @Mutation(() => CaseActionResult, {
    description: "Asks the customer for what is missing. The desk's own clocks stand still until they answer.",
  })
  requestInformation(
    @Arg("input", () => MessageActionInput) input: MessageActionInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "REQUEST_INFORMATION",
      input: { message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "The customer, or the desk for them, answers what was asked; the case goes back to where it came from.",
  })
  provideInformation(
    @Arg("input", () => MessageActionInput) input: MessageActionInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "PROVIDE_INFORMATION",
      input: { message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Puts the payment on a case that waits without one, where the slip was typed wrongly; the policy decides anew.",
  })
  attachPayment(@Arg("input", () => AttachPaymentInput) input: AttachPaymentInput, @Ctx() ctx: RequestContext): Answer {
    // What names no transaction is one that is not there.
    const transactionId = rowId(input.transactionId, "Transaction") ?? noTransaction;
    return actOnCase(ctx, input, { action: "ATTACH_PAYMENT", input: { transactionId } });
  }

  @Mutation(() => CaseActionResult, {
    description: "Turns a request into a verification: the merchant is asked, and their clock starts.",
  })
  beginVerification(@Arg("input", () => CaseActionInput) input: CaseActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "BEGIN_VERIFICATION", input: {} });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Records how a check stands. Checks that data answers are not recorded by hand; to let one go, propose a waiver.",
  })
  async recordCheck(@Arg("input", () => RecordCheckInput) input: RecordCheckInput, @Ctx() ctx: RequestContext): Answer {
    const { check, outcome } = input;
    if (outcome === "PENDING") throw badInput("`outcome` must say how the check stands; PENDING says nothing.");
    return actOnCase(ctx, input, {
      action: "RECORD_CHECK",
      input: { check, outcome, reason: optionalText("reason", input.reason) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Asks another person to let a check go, with a reason. The check stays as it is until they agree in the approvals room.",
  })
  async proposeCheckWaiver(
    @Arg("input", () => ProposeCheckWaiverInput) input: ProposeCheckWaiverInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    const { check, outcome } = input;
    if (outcome !== "WAIVED" && outcome !== "NOT_NEEDED")
      throw badInput("`outcome` must be WAIVED or NOT_NEEDED; how a check turned out is recorded, not waived.");
    return actOnCase(ctx, input, {
      action: "PROPOSE_CHECK_WAIVER",
      input: { check, outcome, reason: freeText("reason", input.reason) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description: "The merchant confirms or contests the customer's account; an agent may record it for them.",
  })
  recordMerchantAnswer(
    @Arg("input", () => RecordMerchantAnswerInput) input: RecordMerchantAnswerInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "RECORD_MERCHANT_ANSWER",
      input: { confirms: input.confirms, message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Approves an amount. Within the agent's limit the refund is queued at once; above it the money is held and waits for approval.",
  })
  approveRefund(@Arg("input", () => ApproveRefundInput) input: ApproveRefundInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, {
      action: "APPROVE_REFUND",
      input: {
        amount: input.amount,
        reason: optionalText("reason", input.reason),
        messageToCustomer: optionalText("messageToCustomer", input.messageToCustomer),
      },
    });
  }

  @Mutation(() => CaseActionResult, {
    description: "Declines the request with a reason that the customer reads. Their appeal window opens.",
  })
  declineRequest(
    @Arg("input", () => DeclineRequestInput) input: DeclineRequestInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "DECLINE_REQUEST",
      input: {
        reason: freeText("reason", input.reason),
        overrideReason: optionalText("overrideReason", input.overrideReason),
      },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Gives the next approval that the policy asks for. Never by whoever proposed the money or approved it before.",
  })
  grantApproval(@Arg("input", () => GrantApprovalInput) input: GrantApprovalInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "GRANT_APPROVAL", input: { note: optionalText("note", input.note) } });
  }

  @Mutation(() => CaseActionResult, { description: "Sends a proposal back to the desk; the held money is released." })
  rejectApproval(@Arg("input", () => ReasonActionInput) input: ReasonActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "REJECT_APPROVAL", input: { reason: freeText("reason", input.reason) } });
  }

  @Mutation(() => CaseActionResult, {
    description: "Tries a failed refund again, where the provider says that trying again is safe.",
  })
  retryRefund(@Arg("input", () => CaseActionInput) input: CaseActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "RETRY_REFUND", input: {} });
  }

  @Mutation(() => CaseActionResult, {
    description: "The customer contests a refusal, within the appeal window; negotiation opens.",
  })
  contestDecision(
    @Arg("input", () => MessageActionInput) input: MessageActionInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return actOnCase(ctx, input, {
      action: "CONTEST_DECISION",
      input: { message: freeText("message", input.message) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description: "Offers the customer an amount. No money is held until they accept.",
  })
  makeOffer(@Arg("input", () => MakeOfferInput) input: MakeOfferInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, {
      action: "MAKE_OFFER",
      input: {
        amount: input.amount,
        message: freeText("message", input.message),
        overrideReason: optionalText("overrideReason", input.overrideReason),
      },
    });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "The customer, or the desk for them, accepts the offer; it goes to approval or straight to the refund, by its amount.",
  })
  acceptOffer(@Arg("input", () => CaseActionInput) input: CaseActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "ACCEPT_OFFER", input: {} });
  }

  @Mutation(() => CaseActionResult, { description: "The customer, or the desk for them, turns the offer down." })
  rejectOffer(@Arg("input", () => MessageActionInput) input: MessageActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "REJECT_OFFER", input: { message: freeText("message", input.message) } });
  }

  @Mutation(() => CaseActionResult, {
    description: "The customer withdraws. Refused while the acquirer may still pay.",
  })
  withdrawCase(@Arg("input", () => WithdrawCaseInput) input: WithdrawCaseInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "WITHDRAW", input: { message: optionalText("message", input.message) } });
  }

  @Mutation(() => CaseActionResult, {
    description:
      "Closes a declined or fruitless matter with a reason that the customer reads. Refused while their appeal window is open, or while they may answer an offer.",
  })
  closeCase(@Arg("input", () => ReasonActionInput) input: ReasonActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "CLOSE", input: { reason: freeText("reason", input.reason) } });
  }

  @Mutation(() => CaseActionResult, {
    description: "Reopens a closed case for verification, with a reason, within the policy's window.",
  })
  reopenCase(@Arg("input", () => ReasonActionInput) input: ReasonActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "REOPEN", input: { reason: freeText("reason", input.reason) } });
  }

  @Mutation(() => CaseActionResult, { description: "Gives the case to a member of staff, or to nobody." })
  assignCase(@Arg("input", () => AssignCaseInput) input: AssignCaseInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, {
      action: "ASSIGN",
      input: { assigneeId: input.assigneeId == null ? null : staffRow(input.assigneeId) },
    });
  }

  @Mutation(() => CaseActionResult, { description: "Writes an internal note. It never leaves the desk." })
  addNote(@Arg("input", () => AddNoteInput) input: AddNoteInput, @Ctx() ctx: RequestContext): Answer {
    const mentionIds = [...new Set(input.mentions ?? [])].map(staffRow);
    return actOnCase(ctx, input, {
      action: "ADD_NOTE",
      input: { message: freeText("message", input.message), ...(mentionIds.length > 0 && { mentionIds }) },
    });
  }

  @Mutation(() => CaseActionResult, {
    description: "Puts the case aside until a time, or until something happens. Its clocks run on.",
  })
  snoozeCase(@Arg("input", () => SnoozeCaseInput) input: SnoozeCaseInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "SNOOZE", input: { until: input.until } });
  }

  @Mutation(() => CaseActionResult, { description: "Brings a case that was put aside back before its time." })
  wakeCase(@Arg("input", () => CaseActionInput) input: CaseActionInput, @Ctx() ctx: RequestContext): Answer {
    return actOnCase(ctx, input, { action: "WAKE", input: {} });
  }

  @Mutation(() => CaseActionResult, {
    description: "Writes to the customer, the merchant or the bank in their thread.",
  })
  async sendMessage(@Arg("input", () => SendMessageInput) input: SendMessageInput, @Ctx() ctx: RequestContext): Answer {
    const { thread } = input;
    if (thread === "INTERNAL")
      throw badInput("`thread` must be CUSTOMER, MERCHANT or BANK; internal words go by addNote.");
    return actOnCase(ctx, input, {
      action: "SEND_MESSAGE",
      input: { thread, message: freeText("message", input.message) },
    });
  }
}

/** A member of staff's row id; a garbled id is nobody's, and the rules say so. */
function staffRow(globalId: string): string {
  return rowId(globalId, "Staff") ?? "00000000-0000-7000-8000-000000000000";
}
