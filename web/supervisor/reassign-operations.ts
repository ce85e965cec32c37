import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";

/** What would happen to each case. */
export const ReassignmentPlanQuery = graphql(`
  query ReassignmentPlan($input: ReassignmentPlanInput!) {
    reassignmentPlan(input: $input) {
      case {
        id
        number
        version
      }
      to {
        id
        name
      }
      reasons {
        code
        message
      }
    }
  }
`);

/** It happens; what moved meanwhile stays where it is. */
export const ReassignCasesMutation = graphql(`
  mutation ReassignCases($input: AssignCasesInput!) {
    assignCases(input: $input) {
      done
      rows {
        caseId
        result {
          __typename
          ... on ActionRefused {
            reasons {
              message
            }
          }
          ... on Problem {
            message
          }
        }
      }
    }
  }
`);

export type PlannedCase = ResultOf<typeof ReassignmentPlanQuery>["reassignmentPlan"][number];
export type ReassignedRow = ResultOf<typeof ReassignCasesMutation>["assignCases"]["rows"][number];
