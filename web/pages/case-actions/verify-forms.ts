import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { checkKinds, recordedOutcomes, waiverOutcomes } from "./choices.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const beginVerification = graphql(
  `mutation beginVerification($input: CaseActionInput!) { result: beginVerification(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const requestInformation = graphql(
  `mutation requestInformation($input: MessageActionInput!) { result: requestInformation(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const provideInformation = graphql(
  `mutation provideInformation($input: MessageActionInput!) { result: provideInformation(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const attachPayment = graphql(
  `mutation attachPayment($input: AttachPaymentInput!) { result: attachPayment(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const recordCheck = graphql(
  `mutation recordCheck($input: RecordCheckInput!) { result: recordCheck(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const proposeCheckWaiver = graphql(
  `mutation proposeCheckWaiver($input: ProposeCheckWaiverInput!) { result: proposeCheckWaiver(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const recordMerchantAnswer = graphql(
  `mutation recordMerchantAnswer($input: RecordMerchantAnswerInput!) { result: recordMerchantAnswer(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** What is done to find out. */
export const verifyForms = {
  BEGIN_VERIFICATION: actionForm(beginVerification, [], (common) => common),
  REQUEST_INFORMATION: actionForm(
    requestInformation,
    [{ kind: "text", name: "message", label: "question", audience: "customer" }],
    (common, values) => ({ ...common, message: values.text("message") }),
  ),
  PROVIDE_INFORMATION: actionForm(
    provideInformation,
    [{ kind: "text", name: "message", label: "answer", audience: "customer" }],
    (common, values) => ({ ...common, message: values.text("message") }),
  ),
  ATTACH_PAYMENT: actionForm(
    attachPayment,
    [{ kind: "choice", name: "payment", label: "payment", choices: "payments" }],
    (common, values) => ({ ...common, transactionId: values.text("payment") }),
  ),
  RECORD_CHECK: actionForm(
    recordCheck,
    [
      { kind: "choice", name: "check", label: "check", choices: "checks" },
      { kind: "choice", name: "outcome", label: "outcome", choices: "checkOutcomes" },
      { kind: "text", name: "reason", label: "reason", audience: "desk", optional: true },
    ],
    (common, values) => ({
      ...common,
      check: values.word("check", checkKinds),
      outcome: values.word("outcome", recordedOutcomes),
      reason: values.optional("reason"),
    }),
  ),
  PROPOSE_CHECK_WAIVER: actionForm(
    proposeCheckWaiver,
    [
      { kind: "choice", name: "check", label: "check", choices: "checks" },
      { kind: "choice", name: "outcome", label: "outcome", choices: "waiverOutcomes" },
      { kind: "text", name: "reason", label: "reason", audience: "desk" },
    ],
    (common, values) => ({
      ...common,
      check: values.word("check", checkKinds),
      outcome: values.word("outcome", waiverOutcomes),
      reason: values.text("reason"),
    }),
  ),
  RECORD_MERCHANT_ANSWER: actionForm(
    recordMerchantAnswer,
    [
      { kind: "choice", name: "confirms", label: "confirms", choices: "yesNo" },
      { kind: "text", name: "message", label: "answer", audience: "merchant" },
    ],
    (common, values) => ({
      ...common,
      confirms: values.word("confirms", ["yes", "no"]) === "yes",
      message: values.text("message"),
    }),
  ),
} as const;
