import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import type { Role } from "../graphql/words.ts";

const Colleagues = graphql(`
  query Colleagues {
    staff(first: 100) {
      edges {
        node {
          id
          name
          role
          active
        }
      }
    }
  }
`);

/** Roles that read internal notes, and so can be called by one. */
const readsNotes: ReadonlySet<Role> = new Set<Role>(["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"]);

/** Whom a note can call. */
export function useColleagues(asked: boolean) {
  const [{ data }] = useQuery({ query: Colleagues, pause: !asked });
  const nodes = data?.staff.edges.map(({ node }) => node) ?? [];
  return nodes.filter(({ role, active }) => active && readsNotes.has(role));
}
