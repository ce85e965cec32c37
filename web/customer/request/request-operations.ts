import type { ResultOf, VariablesOf } from "gql.tada";
import { graphql } from "../../graphql/graphql.ts";

export const FindPaymentQuery = graphql(`
  query CustomerFindPayment($slip: PaymentSlipInput!) {
    findPayment(slip: $slip) {
      __typename
      ... on PaymentFound {
        merchantName
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
      }
    }
  }
`);

export const SubmitRequestMutation = graphql(`
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
      }
      ... on KeyReused {
        message
      }
    }
  }
`);

export type FindPaymentAnswer = ResultOf<typeof FindPaymentQuery>["findPayment"];
export type PaymentFound = Extract<FindPaymentAnswer, { readonly __typename: "PaymentFound" }>;
export type RequestRefused = Extract<FindPaymentAnswer, { readonly __typename: "RequestRefused" }>;
export type RefusedReason = RequestRefused["reasons"][number];
export type SubmitAnswer = ResultOf<typeof SubmitRequestMutation>["submitRequest"];
export type SlipInput = VariablesOf<typeof FindPaymentQuery>["slip"];
export type RequestInput = VariablesOf<typeof SubmitRequestMutation>["input"];
