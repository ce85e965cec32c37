import { CaseRowFragment } from "../../cases/CaseRow.tsx";
import { CaseTimeFragment } from "../../clocks/CaseTime.tsx";
import { graphql } from "../../graphql/graphql.ts";

/** A case as a row of the queue, with what acting on several needs of it. */
export const QueueRowFragment = graphql(
  `
    fragment QueueRow_case on Case {
      id
      number
      version
      ...CaseTime_case
      ...CaseRow_case
    }
  `,
  [CaseRowFragment, CaseTimeFragment],
);

export const QueuePageQuery = graphql(
  `
    query QueuePage($filter: CaseFilter, $orderBy: CaseOrder, $after: String) {
      cases(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        edges {
          node {
            id
            number
            ...QueueRow_case
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [QueueRowFragment],
);

/** How much waits in each tab, and which tabs somebody has beside the built-in ones. */
export const QueueTabsQuery = graphql(`
  query QueueTabs($action: CaseFilter, $mine: CaseFilter, $team: CaseFilter, $bank: CaseFilter) {
    action: caseCounts(filter: $action) {
      count
    }
    mine: caseCounts(filter: $mine) {
      count
    }
    team: caseCounts(filter: $team) {
      count
    }
    bank: caseCounts(filter: $bank) {
      count
    }
    savedViews {
      id
      name
      address
      shared
      own
      count
      owner {
        id
        name
      }
    }
    viewOrder {
      home
      places
    }
  }
`);

export const QueueChangedSubscription = graphql(
  `
    subscription QueueChanged($filter: CaseFilter) {
      queueChanged(filter: $filter) {
        id
        case {
          id
          ...QueueRow_case
        }
      }
    }
  `,
  [QueueRowFragment],
);
