import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import css from "./approval-deciders.module.css";

export const ApprovalDecidersFragment = graphql(`
  fragment ApprovalDeciders_approval on ApprovalRequest {
    deciders {
      staff {
        id
        name
      }
      inPlaceOf
      reasons {
        code
        message
      }
    }
  }
`);

/** Who could give the level that is next, and why some of them may not. */
export function ApprovalDeciders({ approval }: { readonly approval: FragmentOf<typeof ApprovalDecidersFragment> }) {
  const { t } = useTranslation();
  const { deciders } = readFragment(ApprovalDecidersFragment, approval);
  if (deciders.length === 0) return <p className={css.nobody}>{t("approvals.nobody")}</p>;
  return (
    <dl className={css.deciders}>
      {deciders.map(({ staff, inPlaceOf, reasons }) => (
        <div key={staff.id}>
          <dt>{staff.name}</dt>
          <dd className={reasons.length === 0 ? css.may : undefined}>
            {reasons.length > 0
              ? reasons.map(({ message }) => message).join(" ")
              : inPlaceOf === null
                ? t("approvals.may")
                : t("approvals.mayInPlaceOf", { name: inPlaceOf })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
