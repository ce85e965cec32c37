import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { nameIn } from "../i18n/name-in.ts";
import { useLanguage } from "../i18n/use-language.ts";
import css from "./case-cell.module.css";

export const CaseCellFragment = graphql(`
  fragment CaseCell_case on Case {
    number
    merchant {
      id
      name
      nameZh
    }
    customer {
      id
      name
    }
  }
`);

/** Whose matter something belongs to, as the link to it. */
export function CaseCell({ case: of }: { readonly case: FragmentOf<typeof CaseCellFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, customer, merchant } = readFragment(CaseCellFragment, of);
  return (
    <span className={css.cell}>
      <Link to={`/cases/${number}`}>
        <b>{customer?.name ?? t("lists.noCustomer")}</b> <span className="whole">{number}</span>
      </Link>
      <span>{nameIn(language, merchant)}</span>
    </span>
  );
}
