import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { useWhole } from "../graphql/use-whole.ts";

const PolicyBookQuery = graphql(`
  query PolicyBook($after: String) {
    policyBook(first: 100, after: $after) {
      edges {
        node {
          id
          name
          label
          draft {
            id
            versionName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const bookOf = ({ policyBook }: ResultOf<typeof PolicyBookQuery>) => policyBook;

/** Every policy there is, of whatever scope, with its draft. */
export function usePolicyBook() {
  return useWhole({ query: PolicyBookQuery, variables: {}, read: bookOf });
}
