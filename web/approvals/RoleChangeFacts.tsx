import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { useListText } from "../i18n/use-list-text.ts";
import css from "./approval-row.module.css";

export const RoleChangeFactsFragment = graphql(`
  fragment RoleChangeFacts_change on RoleChange {
    id
    role
    gains {
      right
      name
    }
    losses {
      right
      name
    }
  }
`);

/** What is to be agreed to where a role is to change: whose, and what it gains and loses. */
export function RoleChangeFacts({ change }: { readonly change: FragmentOf<typeof RoleChangeFactsFragment> }) {
  const { t } = useTranslation();
  const listText = useListText();
  const { role, gains, losses } = readFragment(RoleChangeFactsFragment, change);
  const named = (rights: readonly { readonly name: string }[]) => listText(rights.map(({ name }) => name));
  return (
    <div className={css.facts}>
      <p>{t(`role.${role}`)}</p>
      {gains.length > 0 && <p>{t("approvals.roleGains", { rights: named(gains) })}</p>}
      {losses.length > 0 && <p>{t("approvals.roleLosses", { rights: named(losses) })}</p>}
    </div>
  );
}
