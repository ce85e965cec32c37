import { createUnionType, Field, ObjectType, registerEnumType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Problem } from "../graphql/problem.type.ts";
import { PuzzleType } from "../graphql/puzzle.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Puzzle } from "../platform/puzzle/puzzle.ts";
import { BilingualTextType } from "../policies/policy-content.type.ts";
import type { Locale } from "../request-context.ts";
import type { PaymentRow } from "../transactions/queries/find-payment.ts";
import type { RequestFailure, SubmittedRequest } from "./actions/submit-request.ts";
import { CaseType } from "./case.type.ts";
import { KeyReusedType } from "./case-action.result.ts";
import { caseActionText } from "./domain/case-action-text.ts";
import { type RequestProblem, type RequestProblemCode, requestProblemCodes } from "./domain/request-problem.ts";
import { requestProblemText } from "./domain/request-problem-text.ts";

export const RequestProblemCodeEnum = wordsEnum(requestProblemCodes);
registerEnumType(RequestProblemCodeEnum, {
  name: "RequestProblemCode",
  description: "Why a request was not taken, for programs. People read the message.",
});

@ObjectType("RequestReason", { description: "One reason for which a request was not taken." })
export class RequestReasonType {
  @Field(() => RequestProblemCodeEnum)
  code!: RequestProblemCode;

  @Field(() => String, { description: "In the reader's language: what is wrong, and what to do." })
  message!: string;
}

@ObjectType("RequestRefused", { implements: Problem, description: "The request was not taken. Nothing was written." })
export class RequestRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [RequestReasonType], { description: "All reasons, not the first." })
  reasons!: readonly RequestReasonType[];

  @Field(() => PuzzleType, {
    nullable: true,
    description: "With PUZZLE_NEEDED: solve it and send the same again. Callers with an API key are asked for none.",
  })
  puzzle!: PuzzleType | null;
}

@ObjectType("RequestSubmitted", { description: "The request is with the desk." })
export class RequestSubmittedType {
  @Field(() => String, { description: "What people call it, e.g. RD-26-004812." })
  number!: string;

  @Field(() => String, {
    description:
      "Of the customer's private link; sent as `x-case-token` it acts for them on this case. It is stored nowhere, so it cannot be asked for later.",
  })
  trackingToken!: string;

  @Field(() => Boolean, { description: "False: the payment is not on file yet, and somebody looks for it." })
  paymentFound!: boolean;

  @Field(() => String, { description: "What happens next, in the reader's language." })
  message!: string;
}

@ObjectType("CaseOpened", { description: "The case is open." })
export class CaseOpenedType {
  @Field(() => CaseType)
  case!: CaseType;
}

@ObjectType("PaymentFound", {
  description: "The one payment that the whole slip fits, to be confirmed by the customer.",
})
export class PaymentFoundType {
  @Field(() => BilingualTextType, {
    description: "Who sold. A shop known by one name alone has it in both: the form may change its language.",
  })
  merchantName!: BilingualTextType;

  @Field(() => MoneyType)
  paid!: MoneyType;

  @Field(() => DateTime)
  paidAt!: Date;

  @Field(() => String)
  cardNetwork!: string;

  @Field(() => String)
  cardLast4!: string;

  @Field(() => String, { nullable: true })
  voucherNumber!: string | null;

  @Field(() => String, { nullable: true })
  terminalNumber!: string | null;
}

@ObjectType("PaymentNotFound", {
  implements: Problem,
  description: "No payment fits all of it. Which part does not fit is not said.",
})
export class PaymentNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const SubmitRequestResult = createUnionType({
  name: "SubmitRequestResult",
  types: () => [RequestSubmittedType, RequestRefusedType, KeyReusedType] as const,
});

export const OpenCaseResult = createUnionType({
  name: "OpenCaseResult",
  types: () => [CaseOpenedType, RequestRefusedType, KeyReusedType] as const,
});

export const FindPaymentResult = createUnionType({
  name: "FindPaymentResult",
  types: () => [PaymentFoundType, PaymentNotFoundType, RequestRefusedType] as const,
});

const notTaken = {
  zh: "申请未提交，请按以下提示修改后重试。",
  en: "The request was not taken. Please put right what is said below and send it again.",
};
const received = {
  zh: "申请已收到，接下来由商户核实。请保存这个链接，随时查看进度。",
  en: "Your request is with us, and the shop is asked next. Keep the link: it always shows where things stand.",
};
const receivedUnfound = {
  zh: "申请已收到。这笔付款尚未到账入库，我们会为您查找。请保存这个链接，随时查看进度。",
  en: "Your request is with us. The payment is not on file yet, and we look for it. Keep the link: it always shows where things stand.",
};

export function toRequestRefused(
  reasons: readonly RequestProblem[],
  locale: Locale,
  puzzle: Puzzle | null = null,
): RequestRefusedType {
  return Object.assign(new RequestRefusedType(), {
    message: localised(notTaken, locale),
    reasons: reasons.map((reason) => ({ code: reason.code, message: requestProblemText(reason, locale) })),
    puzzle,
  });
}

export function toRequestFailure(failure: RequestFailure, locale: Locale): RequestRefusedType | KeyReusedType {
  if (failure.kind === "REFUSED") return toRequestRefused(failure.reasons, locale);
  return Object.assign(new KeyReusedType(), { message: caseActionText("KEY_REUSED", locale) });
}

export function toRequestSubmitted({ number, token, paymentFound }: SubmittedRequest, locale: Locale) {
  return Object.assign(new RequestSubmittedType(), {
    number,
    trackingToken: token,
    paymentFound,
    message: localised(paymentFound ? received : receivedUnfound, locale),
  });
}

export function toPaymentFound(row: PaymentRow): PaymentFoundType {
  return Object.assign(new PaymentFoundType(), {
    merchantName: { zh: row.name_zh ?? row.name, en: row.name },
    paid: { minor: row.captured_minor, currency: row.currency },
    paidAt: row.processed_at,
    cardNetwork: row.network,
    cardLast4: row.card_last4,
    voucherNumber: row.voucher_number,
    terminalNumber: row.terminal_number,
  });
}

export function toPaymentNotFound(locale: Locale): PaymentNotFoundType {
  return Object.assign(new PaymentNotFoundType(), {
    message: requestProblemText({ code: "MERCHANT_UNKNOWN", isGiven: false }, locale),
  });
}
