import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import type { Language } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-language.ts";

const FilterPeopleQuery = graphql(`
  query FilterPeople {
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
          active
        }
      }
    }
  }
`);

const FilterNamesQuery = graphql(`
  query FilterNames($merchant: ID!, $withMerchant: Boolean!, $assignee: ID!, $withAssignee: Boolean!) {
    merchant: node(id: $merchant) @include(if: $withMerchant) {
      __typename
      id
      ... on Merchant {
        name
        nameZh
      }
    }
    assignee: node(id: $assignee) @include(if: $withAssignee) {
      __typename
      id
      ... on Staff {
        name
      }
    }
  }
`);

export interface Choice {
  readonly id: string;
  readonly name: string;
}

const nameOf = (language: Language, { name, nameZh }: { readonly name: string; readonly nameZh: string | null }) =>
  language === "zh-CN" ? (nameZh ?? name) : name;

/** Shops and colleagues to choose from; asked for when somebody is about to choose. */
export function useFilterPeople(pause: boolean) {
  const language = useLanguage();
  const [{ data }] = useQuery({ query: FilterPeopleQuery, pause });
  const merchants: readonly Choice[] = (data?.merchants.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: nameOf(language, node),
  }));
  const colleagues: readonly Choice[] = (data?.staff.edges ?? []).flatMap(({ node }) =>
    node.active && (node.role === "SUPPORT_AGENT" || node.role === "SUPERVISOR")
      ? [{ id: node.id, name: node.name }]
      : [],
  );
  return { merchants, colleagues };
}

/** The names behind the ids in an address; null until they are known, and where they name nobody. */
export function useFilterNames(merchant: string | null, assignee: string | null) {
  const language = useLanguage();
  const [{ data }] = useQuery({
    query: FilterNamesQuery,
    variables: {
      merchant: merchant ?? "",
      withMerchant: merchant !== null,
      assignee: assignee ?? "",
      withAssignee: assignee !== null,
    },
    pause: merchant === null && assignee === null,
  });
  const shop = data?.merchant;
  const member = data?.assignee;
  return {
    merchant: shop?.__typename === "Merchant" ? nameOf(language, shop) : null,
    assignee: member?.__typename === "Staff" ? member.name : null,
  };
}
