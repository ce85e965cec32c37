import { type ResultOf, readFragment } from "gql.tada";
import { useCallback, useState } from "react";
import { useClient } from "urql";
import { type Failure, failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { TimelineEventFragment } from "./TimelineEvent.tsx";

export const StoryEventsFragment = graphql(
  `
    fragment StoryEvents_connection on CaseEventConnection {
      edges {
        cursor
        node {
          id
          sequence
          kind
          at
          facts {
            name
            value
          }
          messages {
            id
            thread
          }
          ...TimelineEvent_event
        }
      }
      pageInfo {
        hasPreviousPage
      }
    }
  `,
  [TimelineEventFragment],
);

const EarlierEvents = graphql(
  `
    query EarlierEvents($id: ID!, $before: String!) {
      case(id: $id) {
        id
        events(last: 100, before: $before) {
          ...StoryEvents_connection
        }
      }
    }
  `,
  [StoryEventsFragment],
);

type Page = ResultOf<typeof StoryEventsFragment>;

/** The latest events of a case, which change, with the earlier pages that were asked for, which never do. */
export function useEarlierEvents(id: string, latest: Page) {
  const client = useClient();
  const [earlier, setEarlier] = useState<readonly Page[]>([]);
  const [isLoading, setLoading] = useState(false);
  const [lost, setLost] = useState<Failure | null>(null);
  const first = earlier[0] ?? latest;
  const before = first.edges[0]?.cursor;
  const hasEarlier = first.pageInfo.hasPreviousPage;

  const loadEarlier = useCallback(() => {
    if (!hasEarlier || before === undefined) return;
    setLoading(true);
    void client
      .query(EarlierEvents, { id, before })
      .toPromise()
      .then(({ data, error }) => {
        setLoading(false);
        setLost(data?.case == null ? failureOf(error) : null);
        if (data?.case == null) return;
        const page = readFragment(StoryEventsFragment, data.case.events);
        setEarlier((known) => [page, ...known]);
      });
  }, [client, id, before, hasEarlier]);

  // When the latest page moves on, what falls out of it is still told once.
  const nodes = new Map([...earlier, latest].flatMap(({ edges }) => edges.map(({ node }) => [node.id, node] as const)));
  return { nodes: [...nodes.values()], hasEarlier, isLoading, lost, loadEarlier };
}
