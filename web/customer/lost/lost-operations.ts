import { graphql } from "../../graphql/graphql.ts";
import { PuzzleFragment } from "../puzzle/puzzle-given.ts";

export const ResendCaseLinkMutation = graphql(
  `
    mutation CustomerResendCaseLink($input: ResendCaseLinkInput!) {
      resendCaseLink(input: $input) {
        __typename
        ... on LinkResent {
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
