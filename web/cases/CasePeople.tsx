import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Facts } from "../ui/Facts.tsx";
import { Part } from "../ui/Part.tsx";

export const CasePeopleFragment = graphql(`
  fragment CasePeople_case on Case {
    origin
    openedAt
    closedAt
    customer {
      id
      name
      phone
      email
      locale
    }
    merchant {
      id
      name
      nameZh
      number
    }
  }
`);

/** Who the matter is between, and how the customer is reached by whoever may know. */
export function CasePeople({ case: of }: { readonly case: FragmentOf<typeof CasePeopleFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { customer, merchant, origin, openedAt, closedAt } = readFragment(CasePeopleFragment, of);
  const isHidden = customer !== null && customer.phone === null && customer.email === null;
  return (
    <Part title={t("case.people")}>
      <Facts
        facts={[
          customer !== null && [t("case.customer"), customer.name],
          customer?.phone != null && [t("case.phone"), customer.phone],
          customer?.email != null && [t("case.email"), customer.email],
          isHidden && [t("case.phone"), t("case.hiddenContact")],
          customer !== null && [t("case.readsIn"), t(`common.language.${customer.locale}`)],
          [t("case.merchant"), t("common.separated", { first: nameIn(language, merchant), second: merchant.number })],
          [t("case.origin"), t(`caseOrigin.${origin}`)],
          [t("case.opened"), momentText(openedAt, language, now)],
          closedAt !== null && [t("case.closed"), momentText(closedAt, language, now)],
        ]}
      />
    </Part>
  );
}
