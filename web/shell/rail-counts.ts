import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";

/** What waits in each room that says so. A room adds a field here, the reading of it below, and its name in `rooms.ts`. */
export const RailCountsQuery = graphql(`
  query RailCounts($works: Boolean!) {
    queue: caseCounts(filter: { needsAction: true }) @include(if: $works) {
      count
    }
    approvals: approvalsForMe
    viewer {
      id
      unreadMentions
    }
  }
`);

type Answer = ResultOf<typeof RailCountsQuery>;
type Counted = readonly { readonly count: number }[] | null | undefined;

const sum = (counts: Counted) => counts?.reduce((all, { count }) => all + count, 0) ?? null;

/** Null: not known, or nobody counts there. */
export const railCounts = {
  queue: (answer: Answer) => sum(answer.queue),
  approvals: (answer: Answer) => answer.approvals,
  mentions: (answer: Answer) => answer.viewer?.unreadMentions ?? null,
} satisfies Record<string, (answer: Answer) => number | null>;

export type RailCount = keyof typeof railCounts;
