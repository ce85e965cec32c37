import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";

const DeskPeopleQuery = graphql(`
  query DeskPeople {
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

const outside = ["MERCHANT_VERIFIER", "BANK_OFFICER"];

/** Colleagues of the desk who are at work: who can own a finding. */
export function useDeskPeople() {
  const [{ data }] = useQuery({ query: DeskPeopleQuery });
  return (data?.staff.edges ?? [])
    .map(({ node }) => node)
    .filter(({ role, active }) => active && !outside.includes(role));
}
