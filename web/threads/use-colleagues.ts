import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { type Client, type CombinedError, useClient, useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useSettled } from "../ui/use-settled.ts";
import { beginningsOf, type Colleague, mentionedIn } from "./mentions.ts";

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
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Whom a note can call: the first of them, and whoever fits what is typed behind an @. Who was found once stays known. */
export function useColleagues(asked: boolean, begun: string | null) {
  const client = useClient();
  const text = useSettled(begun === "" ? null : begun, 150);
  const [{ data }] = useQuery({ query: ColleaguesQuery, variables: { text }, pause: !asked });
  const [known, setKnown] = useState<readonly Colleague[]>([]);
  useEffect(
    function remember() {
      const found = peopleOf(data);
      setKnown((before) => [...before, ...found.filter(({ id }) => !before.some((one) => one.id === id))]);
    },
    [data],
  );
  return { colleagues: known, calledIn: (note: string) => findCalled(client, note) };
}

/**
 * Who is called in the note, by everybody who could be: the page may not have heard of them yet, or of somebody whose longer
 * name stands there. Where one answer does not hold them all, whoever begins as a name in the note does is asked for too.
 */
async function findCalled(
  client: Client,
  note: string,
): Promise<{ readonly colleagues: readonly Colleague[] } | { readonly error: CombinedError }> {
  const beginnings = beginningsOf(note);
  if (beginnings.length === 0) return { colleagues: [] };
  const ask = (text: string | null) => client.query(ColleaguesQuery, { text }).toPromise();
  const first = await ask(null);
  const rest = first.data?.staff.pageInfo.hasNextPage === true ? await Promise.all(beginnings.map(ask)) : [];
  const lost = [first, ...rest].find(({ error }) => error !== undefined)?.error;
  if (lost !== undefined) return { error: lost };
  const found = new Map([first, ...rest].flatMap(({ data }) => peopleOf(data)).map((one) => [one.id, one]));
  return { colleagues: mentionedIn(note, [...found.values()]) };
}

const peopleOf = (data: ResultOf<typeof ColleaguesQuery> | undefined): readonly Colleague[] =>
  (data?.staff.edges ?? []).map(({ node }) => node);
