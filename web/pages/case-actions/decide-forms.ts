import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const approveRefund = graphql(
  `mutation approveRefund($input: ApproveRefundInput!) { result: approveRefund(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const declineRequest = graphql(
  `mutation declineRequest($input: DeclineRequestInput!) { result: declineRequest(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const grantApproval = graphql(
  `mutation grantApproval($input: GrantApprovalInput!) { result: grantApproval(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const rejectApproval = graphql(
  `mutation rejectApproval($input: ReasonActionInput!) { result: rejectApproval(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const retryRefund = graphql(
  `mutation retryRefund($input: CaseActionInput!) { result: retryRefund(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

const recordManualRefund = graphql(
  `mutation recordManualRefund($input: RecordManualRefundInput!) { result: recordManualRefund(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** What decides over the money. */
export const decideForms = {
  APPROVE_REFUND: actionForm(
    approveRefund,
    [
      { kind: "amount", name: "amount", label: "amount" },
      { kind: "text", name: "messageToCustomer", label: "message", audience: "customer", optional: true },
      {
        kind: "text",
        name: "reason",
        label: "overrideReason",
        audience: "desk",
        optional: true,
        whenPolicySays: ["DECLINE", "REVIEW"],
      },
    ],
    (common, values) => ({
      ...common,
      amount: values.amount("amount"),
      reason: values.optional("reason"),
      messageToCustomer: values.optional("messageToCustomer"),
    }),
  ),
  DECLINE_REQUEST: actionForm(
    declineRequest,
    [
      { kind: "text", name: "reason", label: "reason", audience: "customer" },
      {
        kind: "text",
        name: "overrideReason",
        label: "overrideReason",
        audience: "desk",
        optional: true,
        whenPolicySays: ["APPROVE"],
      },
    ],
    (common, values) => ({
      ...common,
      reason: values.text("reason"),
      overrideReason: values.optional("overrideReason"),
    }),
  ),
  GRANT_APPROVAL: actionForm(
    grantApproval,
    [{ kind: "text", name: "note", label: "note", audience: "desk", optional: true }],
    (common, values) => ({ ...common, note: values.optional("note") }),
  ),
  REJECT_APPROVAL: actionForm(
    rejectApproval,
    [{ kind: "text", name: "reason", label: "reason", audience: "desk" }],
    (common, values) => ({ ...common, reason: values.text("reason") }),
  ),
  RETRY_REFUND: actionForm(retryRefund, [], (common) => common),
  PROPOSE_MANUAL_REFUND: actionForm(
    recordManualRefund,
    [
      { kind: "line", name: "reference", label: "transfer" },
      { kind: "choice", name: "evidence", label: "paymentProof", choices: "paymentProofs" },
    ],
    (common, values) => ({ ...common, reference: values.text("reference"), evidenceId: values.text("evidence") }),
  ),
} as const;
