import { Field, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { type Money, money } from "../kernel/money.ts";
import { describeTrace } from "../policies/domain/describe.ts";
import type { PolicyOutcome } from "../policies/domain/policy-content.ts";
import { PolicyVersionType, toPolicyVersion } from "../policies/policy-version.type.ts";
import { PolicyOutcomeEnum } from "../policies/policy-words.type.ts";
import type { Locale } from "../request-context.ts";
import { CaseType, toCase } from "./case.type.ts";
import { CheckKindEnum, CheckOutcomeEnum } from "./case-words.type.ts";
import { TraceLineType } from "./decision.type.ts";
import { type CheckKind, type CheckOutcome, checkKinds } from "./domain/checks.ts";
import { amountProblems } from "./domain/claimed-amount.ts";
import { requestProblemText } from "./domain/request-problem-text.ts";
import type { CaseRow } from "./queries/find-cases.ts";
import type { PreviewedRequest, WantedRequest } from "./queries/preview-request.ts";
import { RequestReasonType } from "./request.result.ts";

@ObjectType("PreviewedCheck", { description: "How a check would stand." })
export class PreviewedCheckType {
  @Field(() => CheckKindEnum)
  kind!: CheckKind;

  @Field(() => CheckOutcomeEnum)
  outcome!: CheckOutcome;
}

@ObjectType("RequestPreview", {
  description:
    "What would become of a request that is not made yet, by the policy in force now and with the shop not yet asked. Nothing is written.",
})
export class RequestPreviewType {
  @Field(() => PolicyOutcomeEnum)
  outcome!: PolicyOutcome;

  @Field(() => PolicyVersionType, { description: "The version that speaks." })
  policyVersion!: PolicyVersionType;

  @Field(() => Int, { nullable: true, description: "The row that would decide, from one; null where no row fits." })
  rowNumber!: number | null;

  @Field(() => String, { description: "Why, in the reader's language." })
  because!: string;

  @Field(() => [TraceLineType], { description: "Row by row, down to the one that would decide." })
  trace!: readonly TraceLineType[];

  @Field(() => [PreviewedCheckType])
  checks!: readonly PreviewedCheckType[];

  @Field(() => MoneyType, { description: "What may still go back over the payment." })
  refundable!: MoneyType;

  @Field(() => [RequestReasonType], {
    description: "What would keep the case from being opened; empty when nothing does.",
  })
  problems!: readonly RequestReasonType[];

  @Field(() => [CaseType], { description: "Cases in sight about the same payment, the latest first; at most ten." })
  duplicates!: readonly CaseType[];
}

export function toRequestPreview(
  { sale, amount }: WantedRequest,
  { checks, facts, trace, policy }: PreviewedRequest,
  duplicates: readonly CaseRow[],
  locale: Locale,
): RequestPreviewType {
  const { currency, captured_minor, refunded_minor, in_flight_minor, charged_back_minor } = sale;
  const refundable: Money = money(captured_minor - refunded_minor - in_flight_minor - charged_back_minor, currency);
  return Object.assign(new RequestPreviewType(), {
    outcome: trace.outcome,
    policyVersion: toPolicyVersion(policy, locale),
    rowNumber: trace.rowNumber,
    because: localised(trace.because, locale),
    trace: describeTrace(trace, facts, locale).map((line) => Object.assign(new TraceLineType(), line)),
    checks: checkKinds.map((kind) => ({ kind, outcome: checks[kind].outcome })),
    refundable,
    problems: amountProblems(amount, money(captured_minor, currency)).map((problem) => ({
      code: problem.code,
      message: requestProblemText(problem, locale),
    })),
    duplicates: duplicates.map(toCase),
  });
}
