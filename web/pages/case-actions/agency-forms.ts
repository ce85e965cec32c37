import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { agencyOutcomes, referralSteps } from "./choices.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const referCaseToAgency = graphql(
  `mutation referCaseToAgency($input: ReferCaseToAgencyInput!) { result: referCaseToAgency(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const advanceReferral = graphql(
  `mutation advanceReferral($input: AdvanceReferralInput!) { result: advanceReferral(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const recordAgencyOutcome = graphql(
  `mutation recordAgencyOutcome($input: RecordAgencyOutcomeInput!) { result: recordAgencyOutcome(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** The consumer-protection stage. */
export const agencyForms = {
  REFER_TO_AGENCY: actionForm(
    referCaseToAgency,
    [
      { kind: "choice", name: "agency", label: "agency", choices: "agencies" },
      { kind: "text", name: "message", label: "message", audience: "customer" },
    ],
    (common, values) => ({ ...common, agency: values.text("agency"), message: values.text("message") }),
  ),
  ADVANCE_REFERRAL: actionForm(
    advanceReferral,
    [
      { kind: "choice", name: "step", label: "step", choices: "referralSteps" },
      { kind: "line", name: "reference", label: "reference", optional: true },
    ],
    (common, values) => ({
      ...common,
      step: values.word("step", referralSteps),
      reference: values.optional("reference"),
    }),
  ),
  RECORD_AGENCY_OUTCOME: actionForm(
    recordAgencyOutcome,
    [
      { kind: "choice", name: "outcome", label: "outcome", choices: "agencyOutcomes" },
      { kind: "amount", name: "amount", label: "agreed", shownFor: { field: "outcome", value: "MEDIATED_REFUND" } },
    ],
    (common, values) => {
      const outcome = values.word("outcome", agencyOutcomes);
      return { ...common, outcome, amount: outcome === "MEDIATED_REFUND" ? values.amount("amount") : null };
    },
  ),
} as const;
