import { useEffect } from "react";
import { useClient } from "urql";
import { graphql } from "../graphql/graphql.ts";

const NoticeFollowedQuery = graphql(`
  query NoticeFollowed($id: ID!) {
    node(id: $id) {
      id
      ... on Notice {
        state
        nextTryAt
        tries {
          id
          at
          answer
          code
          happened
          todo
        }
      }
    }
  }
`);

const looksMs = 1500;
const mostLooks = 16;

/** Asks what became of a notice that is on its way, until it is known or is tried again much later. */
export function useNoticeFollowed(id: string, isOnItsWay: boolean): void {
  const client = useClient();
  useEffect(
    function follow() {
      if (!isOnItsWay) return;
      let looks = 0;
      const timer = setInterval(() => {
        void client.query(NoticeFollowedQuery, { id }, { requestPolicy: "network-only" }).toPromise();
        looks += 1;
        if (looks === mostLooks) clearInterval(timer);
      }, looksMs);
      return () => clearInterval(timer);
    },
    [client, id, isOnItsWay],
  );
}
