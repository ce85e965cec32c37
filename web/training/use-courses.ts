import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";
import { useWhole } from "../graphql/use-whole.ts";

const CoursesQuery = graphql(`
  query Courses($after: String) {
    courses(first: 100, after: $after) {
      edges {
        node {
          id
          title
          published {
            id
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

const coursesOf = ({ courses }: ResultOf<typeof CoursesQuery>) => courses;

/** Every course, to choose one of; one without a published version can be given to nobody. */
export function useCourses() {
  return useWhole({ query: CoursesQuery, variables: {}, read: coursesOf });
}
