import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import css from "./approval-deciders.module.css";
import { lastDay } from "./last-day.ts";

export const ApprovalDecidersFragment = graphql(`
  fragment ApprovalDeciders_approval on ApprovalRequest {
    deciders {
      staff {
        id
        name
      }
      away {
        id
        endsAt
        delegate {
          id
          name
          active
        }
      }
      inPlaceOf
      reasons {
        code
        message
      }
    }
  }
`);

/** Who could give the level that is next, why some of them may not, and who of them is away meanwhile. */
export function ApprovalDeciders({ approval }: { readonly approval: FragmentOf<typeof ApprovalDecidersFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { deciders } = readFragment(ApprovalDecidersFragment, approval);
  if (deciders.length === 0) return <p className={css.nobody}>{t("approvals.nobody")}</p>;
  return (
    <dl className={css.deciders}>
      {deciders.map(({ staff, away, inPlaceOf, reasons }) => (
        <div key={staff.id}>
          <dt>{staff.name}</dt>
          {reasons.length === 0 && (
            <dd className={css.may}>
              {inPlaceOf === null ? t("approvals.may") : t("approvals.mayInPlaceOf", { name: inPlaceOf })}
            </dd>
          )}
          {reasons.map(({ message }) => (
            <dd key={message}>{message}</dd>
          ))}
          {away !== null && (
            <dd className={css.away}>
              {t(away.delegate?.active === true ? "approvals.away" : "approvals.awayAlone", {
                until: dayText(lastDay(away.endsAt), language, now),
                name: away.delegate?.name ?? "",
              })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
