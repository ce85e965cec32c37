import type { ResultOf } from "gql.tada";
import { graphql } from "../../graphql/graphql.ts";

export const TrackedCaseQuery = graphql(`
  query CustomerTrackedCase($token: String!) {
    trackedCase(token: $token) {
      id
      number
      version
      state
      outcome
      sentence
      merchantName
      amount {
        minor
        currency
      }
      refund {
        minor
        currency
      }
      updatedAt
      refundedOn
      isPaidOutside
      expectedArrivalOn
      stops {
        stop
        state
        title
        note
        at
        expectedOn
      }
      need {
        text
        until
      }
      offer {
        minor
        currency
      }
      refusal {
        reason
        contestUntil
        rights
        agency
        agencyAddress
        agencyPhone
      }
      messages {
        id
        byCustomer
        body
        at
      }
      evidence {
        id
        fileName
        bytes
      }
      evidenceLimits {
        bytes
      }
      actions {
        action
        allowed
        reasons {
          message
        }
      }
    }
  }
`);

/** What became of an action, without the case: the page reads that again as its customer sees it. */
const ActionAnswer = graphql(`
  fragment CustomerActionAnswer on CaseActionResult @_unmask {
    __typename
    ... on ActionRefused {
      message
      reasons {
        message
      }
    }
    ... on StaleCase {
      message
    }
    ... on CaseNotFound {
      message
    }
    ... on KeyReused {
      message
    }
  }
`);

export const ProvideInformationMutation = graphql(
  `
    mutation CustomerProvideInformation($input: MessageActionInput!) {
      answer: provideInformation(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export const ContestDecisionMutation = graphql(
  `
    mutation CustomerContestDecision($input: MessageActionInput!) {
      answer: contestDecision(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export const RejectOfferMutation = graphql(
  `
    mutation CustomerRejectOffer($input: MessageActionInput!) {
      answer: rejectOffer(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export const AcceptOfferMutation = graphql(
  `
    mutation CustomerAcceptOffer($input: CaseActionInput!) {
      answer: acceptOffer(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export const WithdrawCaseMutation = graphql(
  `
    mutation CustomerWithdrawCase($input: WithdrawCaseInput!) {
      answer: withdrawCase(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export const SendMessageMutation = graphql(
  `
    mutation CustomerSendMessage($input: SendMessageInput!) {
      answer: sendMessage(input: $input) {
        ...CustomerActionAnswer
      }
    }
  `,
  [ActionAnswer],
);

export type Tracked = NonNullable<ResultOf<typeof TrackedCaseQuery>["trackedCase"]>;
export type TrackedStop = Tracked["stops"][number];
export type ActionAnswer = ResultOf<typeof ActionAnswer>;
