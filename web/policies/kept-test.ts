import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";

export const PolicyTestsFragment = graphql(`
  fragment PolicyTests_draft on PolicyDraft {
    id
    policy
    state
    tests {
      id name expected got passed rowNumber caseNumber facts
      given {
        amount { minor currency }
        reason merchantAnswer daysSinceSale
        amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted
        network channel alreadyBack { minor currency }
      }
    }
  }
`);

export type KeptTest = ResultOf<typeof PolicyTestsFragment>["tests"][number];
