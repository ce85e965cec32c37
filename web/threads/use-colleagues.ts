import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { type Client, type CombinedError, useClient, useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useSettled } from "../ui/use-settled.ts";
import { type Colleague, mentionedIn, unknownCalls } from "./mentions.ts";

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
  return { colleagues: known, calledIn: (note: string) => findCalled(client, note, known) };
}

/** Who is called in the note. Names that the page does not know yet are asked for, so that nobody is left out of a note sent in haste. */
async function findCalled(
  client: Client,
  note: string,
  known: readonly Colleague[],
): Promise<{ readonly colleagues: readonly Colleague[] } | { readonly error: CombinedError }> {
  const unknown = unknownCalls(note, known);
  if (unknown.length === 0) return { colleagues: mentionedIn(note, known) };
  const answers = await Promise.all(
    [null, ...unknown].map((text) => client.query(ColleaguesQuery, { text }).toPromise()),
  );
  const lost = answers.find(({ error }) => error !== undefined)?.error;
  if (lost !== undefined) return { error: lost };
  return { colleagues: mentionedIn(note, [...known, ...answers.flatMap(({ data }) => peopleOf(data))]) };
}

const peopleOf = (data: ResultOf<typeof ColleaguesQuery> | undefined): readonly Colleague[] =>
  (data?.staff.edges ?? []).map(({ node }) => node);
