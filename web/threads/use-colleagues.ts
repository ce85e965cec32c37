import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useSettled } from "../ui/use-settled.ts";

/** Roles that read internal notes, and so can be called by one. */
const ColleaguesQuery = graphql(`
  query Colleagues($text: String) {
    staff(
      first: 100
      filter: { text: $text, roles: [SUPPORT_AGENT, SUPERVISOR, COMPLIANCE_OFFICER], states: [ACTIVE] }
    ) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Whom a note can call: the first of them, and whoever fits what is typed behind an @. Who was found once stays known. */
export function useColleagues(asked: boolean, begun: string | null): readonly Colleague[] {
  const text = useSettled(begun === "" ? null : begun, 150);
  const [{ data }] = useQuery({ query: ColleaguesQuery, variables: { text }, pause: !asked });
  const [known, setKnown] = useState<readonly Colleague[]>([]);
  useEffect(
    function remember() {
      const found = (data?.staff.edges ?? []).map(({ node }) => node);
      setKnown((before) => [...before, ...found.filter(({ id }) => !before.some((one) => one.id === id))]);
    },
    [data],
  );
  return known;
}
