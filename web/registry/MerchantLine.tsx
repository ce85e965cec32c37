import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { MerchantStateMark } from "./MerchantStateMark.tsx";
import css from "./registry.module.css";

export const MerchantLineFragment = graphql(`
  fragment MerchantLine_merchant on Merchant {
    id
    number
    name
    nameZh
    state
    categoryCode
    categoryName
  }
`);

/** One merchant of the register; pressed, its sheet opens. */
export function MerchantLine({
  merchant,
  onOpen,
}: {
  readonly merchant: FragmentOf<typeof MerchantLineFragment>;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, number, name, nameZh, state, categoryCode, categoryName } = readFragment(MerchantLineFragment, merchant);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css.name} onClick={() => onOpen(id)}>
          {nameIn(language, { name, nameZh })}
        </button>
        <span className={css.below}>{number}</span>
      </th>
      <td>
        {categoryName ?? categoryCode ?? t("registry.noCategory")}
        {categoryName !== null && <span className={css.below}>{categoryCode}</span>}
      </td>
      <td>
        <MerchantStateMark state={state} />
      </td>
    </tr>
  );
}
