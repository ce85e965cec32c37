import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { bankRulings, disputeSteps } from "./choices.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const escalateCaseToBank = graphql(
  `mutation escalateCaseToBank($input: EscalateCaseToBankInput!) { result: escalateCaseToBank(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const advanceDispute = graphql(
  `mutation advanceDispute($input: AdvanceDisputeInput!) { result: advanceDispute(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const recordBankRuling = graphql(
  `mutation recordBankRuling($input: RecordBankRulingInput!) { result: recordBankRuling(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** The bank stage. */
export const bankForms = {
  ESCALATE_TO_BANK: actionForm(
    escalateCaseToBank,
    [
      { kind: "choice", name: "reasonCode", label: "reasonCode", choices: "reasonCodes" },
      { kind: "text", name: "message", label: "toBank", audience: "bank" },
    ],
    (common, values) => ({ ...common, reasonCode: values.text("reasonCode"), message: values.text("message") }),
  ),
  ADVANCE_DISPUTE: actionForm(
    advanceDispute,
    [
      { kind: "choice", name: "step", label: "step", choices: "disputeSteps" },
      { kind: "day", name: "respondBy", label: "respondBy", optional: true },
    ],
    (common, values) => ({
      ...common,
      step: values.word("step", disputeSteps),
      respondBy: values.endOfDay("respondBy"),
    }),
  ),
  RECORD_BANK_RULING: actionForm(
    recordBankRuling,
    [
      { kind: "choice", name: "ruling", label: "ruling", choices: "rulings" },
      { kind: "amount", name: "amount", label: "amount", optional: true },
    ],
    (common, values) => ({
      ...common,
      ruling: values.word("ruling", bankRulings),
      amount: values.text("amount") === "" ? null : values.amount("amount"),
    }),
  ),
} as const;
