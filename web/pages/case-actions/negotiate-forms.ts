import { graphql } from "../../graphql/graphql.ts";
import { actionForm } from "./action-form.ts";
import { CaseActionOutcomeFragment } from "./outcome.ts";

const contestDecision = graphql(
  `mutation contestDecision($input: MessageActionInput!) { result: contestDecision(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const makeOffer = graphql(
  `mutation makeOffer($input: MakeOfferInput!) { result: makeOffer(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const acceptOffer = graphql(
  `mutation acceptOffer($input: CaseActionInput!) { result: acceptOffer(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);
const rejectOffer = graphql(
  `mutation rejectOffer($input: MessageActionInput!) { result: rejectOffer(input: $input) { ...CaseActionOutcome_result } }`,
  [CaseActionOutcomeFragment],
);

/** What is done after a refusal, to find an end that both sides can live with. */
export const negotiateForms = {
  CONTEST_DECISION: actionForm(
    contestDecision,
    [{ kind: "text", name: "message", label: "message", audience: "customer" }],
    (common, values) => ({ ...common, message: values.text("message") }),
  ),
  MAKE_OFFER: actionForm(
    makeOffer,
    [
      { kind: "amount", name: "amount", label: "amount" },
      { kind: "text", name: "message", label: "message", audience: "customer" },
      {
        kind: "text",
        name: "overrideReason",
        label: "overrideReason",
        audience: "desk",
        optional: true,
        whenPolicySays: ["DECLINE", "REVIEW"],
      },
    ],
    (common, values) => ({
      ...common,
      amount: values.amount("amount"),
      message: values.text("message"),
      overrideReason: values.optional("overrideReason"),
    }),
  ),
  ACCEPT_OFFER: actionForm(acceptOffer, [], (common) => common),
  REJECT_OFFER: actionForm(
    rejectOffer,
    [{ kind: "text", name: "message", label: "message", audience: "customer" }],
    (common, values) => ({ ...common, message: values.text("message") }),
  ),
} as const;
