import { useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";

const PickedNamesQuery = graphql(`
  query PickedNames($merchant: ID!, $withMerchant: Boolean!, $staff: ID!, $withStaff: Boolean!) {
    merchant: node(id: $merchant) @include(if: $withMerchant) {
      __typename
      id
      ... on Merchant {
        name
        nameZh
      }
    }
    staff: node(id: $staff) @include(if: $withStaff) {
      __typename
      id
      ... on Staff {
        name
        role
      }
    }
  }
`);

/** Who stands behind ids in an address or in a form: a merchant's name, a colleague; null until known, and where they name nobody. */
export function usePickedNames(merchant: string | null, staff: string | null) {
  const language = useLanguage();
  const [{ data }] = useQuery({
    query: PickedNamesQuery,
    variables: {
      merchant: merchant ?? "",
      withMerchant: merchant !== null,
      staff: staff ?? "",
      withStaff: staff !== null,
    },
    pause: merchant === null && staff === null,
  });
  const shop = data?.merchant;
  const member = data?.staff;
  // While the next is asked for, what is there is the answer about the one before.
  return {
    merchant: shop?.__typename === "Merchant" && shop.id === merchant ? nameIn(language, shop) : null,
    staff: member?.__typename === "Staff" && member.id === staff ? member : null,
  };
}
