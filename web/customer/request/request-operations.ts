import type { ResultOf, VariablesOf } from "gql.tada";
import { graphql } from "../../graphql/graphql.ts";
import { PuzzleFragment, type PuzzleGiven } from "../puzzle/puzzle-given.ts";

export const FindPaymentQuery = graphql(
  `
  query CustomerFindPayment($slip: PaymentSlipInput!, $puzzle: PuzzleSolutionInput) {
    findPayment(slip: $slip, puzzle: $puzzle) {
      __typename
      ... on PaymentFound {
        merchantName {
          zh
          en
        }
        paid {
          minor
          currency
        }
        paidAt
        cardNetwork
        cardLast4
        voucherNumber
        terminalNumber
      }
      ... on PaymentNotFound {
        message
      }
      ... on RequestRefused {
        message
        reasons {
          code
          message
        }
        puzzle {
          ...CustomerPuzzle
        }
      }
    }
  }
`,
  [PuzzleFragment],
);

export const SubmitRequestMutation = graphql(
  `
  mutation CustomerSubmitRequest($input: SubmitRequestInput!) {
    submitRequest(input: $input) {
      __typename
      ... on RequestSubmitted {
        number
        trackingToken
        message
        trackedCase {
          id
          sentence
        }
      }
      ... on RequestRefused {
        message
        reasons {
          code
          message
        }
        puzzle {
          ...CustomerPuzzle
        }
      }
      ... on KeyReused {
        message
      }
    }
  }
`,
  [PuzzleFragment],
);

export type FindPaymentAnswer = ResultOf<typeof FindPaymentQuery>["findPayment"];
export type PaymentFound = Extract<FindPaymentAnswer, { readonly __typename: "PaymentFound" }>;
export type RequestRefused = Extract<FindPaymentAnswer, { readonly __typename: "RequestRefused" }>;
export type RefusedReason = RequestRefused["reasons"][number];
export type SubmitAnswer = ResultOf<typeof SubmitRequestMutation>["submitRequest"];
export type SlipInput = VariablesOf<typeof FindPaymentQuery>["slip"];
export type RequestInput = VariablesOf<typeof SubmitRequestMutation>["input"];

/** Of an answer to either question. */
export function puzzleIn(answer: FindPaymentAnswer | SubmitAnswer): PuzzleGiven | null {
  return answer.__typename === "RequestRefused" ? (answer.puzzle ?? null) : null;
}
