import { graphql } from "../../../graphql/graphql.ts";

export const BulkPreviewQuery = graphql(`
  query BulkPreview($action: BulkAction!, $caseIds: [ID!]!) {
    bulkPreview(action: $action, caseIds: $caseIds) {
      case {
        id
        number
        version
        customer {
          id
          name
          locale
        }
        assignee {
          id
          name
        }
      }
      allowed
      reasons {
        code
        message
      }
    }
  }
`);

/** What became of each. Their rows follow by the list's own live line. */
export const BulkOutcomeFragment = graphql(`
  fragment BulkOutcome_result on BulkResult {
    done
    rows {
      caseId
      result {
        __typename
        ... on CaseActionDone {
          case {
            id
            version
            state
            assignee {
              id
              name
            }
          }
        }
        ... on ActionRefused {
          message
          reasons {
            code
            message
          }
        }
        ... on StaleCase {
          message
          case {
            id
            version
            assignee {
              id
              name
            }
          }
        }
        ... on CaseNotFound {
          message
        }
        ... on KeyReused {
          message
        }
      }
    }
  }
`);

export const AssignCases = graphql(
  `
    mutation assignCases($input: AssignCasesInput!) {
      result: assignCases(input: $input) {
        ...BulkOutcome_result
      }
    }
  `,
  [BulkOutcomeFragment],
);

export const AddNoteToCases = graphql(
  `
    mutation addNoteToCases($input: MessageOnCasesInput!) {
      result: addNoteToCases(input: $input) {
        ...BulkOutcome_result
      }
    }
  `,
  [BulkOutcomeFragment],
);

export const RequestInformationOnCases = graphql(
  `
    mutation requestInformationOnCases($input: MessageOnCasesInput!) {
      result: requestInformationOnCases(input: $input) {
        ...BulkOutcome_result
      }
    }
  `,
  [BulkOutcomeFragment],
);

export const CloseCases = graphql(
  `
    mutation closeCases($input: ReasonOnCasesInput!) {
      result: closeCases(input: $input) {
        ...BulkOutcome_result
      }
    }
  `,
  [BulkOutcomeFragment],
);
