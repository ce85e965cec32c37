import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { levelName } from "../../approvals/level-name.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import css from "./action-sheet.module.css";

export const OutlookAgreementsFragment = graphql(`
  fragment OutlookAgreements_outlook on ActionOutlook {
    agreements {
      right
      staff {
        id
        name
      }
    }
  }
`);

/** Who else must agree before it is so, in their order, each with a few who could. */
export function OutlookAgreements({ outlook }: { readonly outlook: FragmentOf<typeof OutlookAgreementsFragment> }) {
  const { t } = useTranslation();
  const list = useListText();
  const { agreements } = readFragment(OutlookAgreementsFragment, outlook);
  if (agreements.length === 0) return null;
  return (
    <div className={css.part}>
      <h3>{t("outlook.agree")}</h3>
      <ol className={css.agreements}>
        {agreements.map(({ right, staff }) => (
          <li key={right}>
            {t("outlook.level", {
              level: t(`approvalLevel.${levelName(right)}`),
              people: staff.length === 0 ? t("outlook.nobodyMay") : list(staff.map(({ name }) => name)),
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
