import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const withdrawCase = graphql(
  `mutation withdrawCase($input: WithdrawCaseInput!) { result: withdrawCase(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const closeCase = graphql(
  `mutation closeCase($input: ReasonActionInput!) { result: closeCase(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const reopenCase = graphql(
  `mutation reopenCase($input: ReasonActionInput!) { result: reopenCase(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const assignCase = graphql(
  `mutation assignCase($input: AssignCaseInput!) { result: assignCase(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** What keeps the desk in order: whose case it is, and whether it is open. */
export const deskForms = {
  ASSIGN: actionForm(
    assignCase,
    [{ kind: "choice", name: "assignee", label: "assignee", choices: "staff", optional: true }],
    (common, values) => ({ ...common, assigneeId: values.optional("assignee") }),
  ),
  CLOSE: actionForm(
    closeCase,
    [{ kind: "text", name: "reason", label: "reason", audience: "customer" }],
    (common, values) => ({ ...common, reason: values.text("reason") }),
  ),
  REOPEN: actionForm(
    reopenCase,
    [{ kind: "text", name: "reason", label: "reason", audience: "desk" }],
    (common, values) => ({ ...common, reason: values.text("reason") }),
  ),
  WITHDRAW: actionForm(
    withdrawCase,
    [{ kind: "text", name: "message", label: "message", audience: "customer", optional: true }],
    (common, values) => ({ ...common, message: values.optional("message") }),
  ),
} as const;
