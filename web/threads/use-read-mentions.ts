import { useEffect } from "react";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";

const ReadMentions = graphql(`
  mutation readMentions($caseId: ID!) {
    readMentions(caseId: $caseId)
  }
`);

/** Whoever opens a case has read what calls them there. */
export function useReadMentions(caseId: string, isDesk: boolean): void {
  const [, read] = useMutation(ReadMentions);
  useEffect(
    function markRead() {
      if (isDesk) void read({ caseId });
    },
    [caseId, isDesk, read],
  );
}
