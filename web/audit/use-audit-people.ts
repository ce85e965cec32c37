import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { useLanguage } from "../i18n/use-language.ts";

const AuditPeopleQuery = graphql(`
  query AuditPeople {
    merchants(first: 100) {
      edges {
        node {
          id
          name
          nameZh
        }
      }
    }
    staff(first: 100) {
      edges {
        node {
          id
          name
          role
        }
      }
    }
  }
`);

/** Everybody who can have acted, those who left too, and the merchants: to choose from. */
export function useAuditPeople() {
  const language = useLanguage();
  const [{ data }] = useQuery({ query: AuditPeopleQuery });
  return {
    people: (data?.staff.edges ?? []).map(({ node }) => node),
    merchants: (data?.merchants.edges ?? []).map(({ node: { id, name, nameZh } }) => ({
      id,
      name: language === "zh-CN" ? (nameZh ?? name) : name,
    })),
  };
}
