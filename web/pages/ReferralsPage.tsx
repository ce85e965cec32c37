import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CaseCell, CaseCellFragment } from "../cases/CaseCell.tsx";
import { CaseTime, CaseTimeFragment } from "../clocks/CaseTime.tsx";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { ReferralRow, ReferralRowFragment } from "../referrals/ReferralRow.tsx";
import { ListPage } from "./lists/ListPage.tsx";
import { ListTabs } from "./lists/ListTabs.tsx";

const ReferralsPageQuery = graphql(
  `
    query ReferralsPage($filter: ReferralFilter, $after: String) {
      referrals(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            endedAt
            case {
              id
              ...CaseTime_case
              ...CaseCell_case
            }
            ...ReferralRow_referral
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseCellFragment, CaseTimeFragment, ReferralRowFragment],
);
const referralsOf = ({ referrals }: ResultOf<typeof ReferralsPageQuery>) => referrals;

/** The stages of a complaint as the list tells them apart. */
const views = {
  open: { open: true },
  lodged: { open: true, states: ["LODGED"] },
  accepted: { open: true, states: ["ACKNOWLEDGED"] },
  mediation: { open: true, states: ["IN_MEDIATION"] },
  transferred: { open: true, states: ["TRANSFERRED"] },
  ended: { open: false },
  all: {},
} as const;
type View = keyof typeof views;
const isView = (word: string | null): word is View => word !== null && Object.hasOwn(views, word);

/** Complaints at consumer-protection agencies, the latest first, by stage and with the clock that runs. */
export function ReferralsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = search.get("view");
  const view: View = isView(asked) ? asked : "open";
  const chosen: {
    readonly open?: boolean;
    readonly states?: readonly ("LODGED" | "ACKNOWLEDGED" | "IN_MEDIATION" | "TRANSFERRED")[];
  } = views[view];
  const { states, open } = chosen;
  const filter = { ...(open !== undefined && { open }), ...(states !== undefined && { states: [...states] }) };
  const pages = usePages({ query: ReferralsPageQuery, variables: { filter }, read: referralsOf });
  const names: Record<View, string> = {
    open: t("lists.open"),
    lodged: t("referralState.LODGED"),
    accepted: t("referralState.ACKNOWLEDGED"),
    mediation: t("referralState.IN_MEDIATION"),
    transferred: t("referralState.TRANSFERRED"),
    ended: t("lists.ended"),
    all: t("lists.all"),
  };
  return (
    <ListPage
      title={t("lists.referrals")}
      filters={
        <ListTabs
          label={t("lists.filter")}
          current={view}
          tabs={Object.keys(views)
            .filter(isView)
            .map((key) => ({ key, name: names[key], address: `?view=${key}` }))}
        />
      }
      columns={(["case", "agency", "state", "reference", "lodged", "clock"] as const).map((name) => ({
        name,
        title: t(`lists.${name}`),
        isWide: name === "agency" || name === "reference" || name === "lodged",
      }))}
      rows={pages.nodes.map((referral) => (
        <ReferralRow
          key={referral.id}
          referral={referral}
          matter={<CaseCell case={referral.case} />}
          clock={referral.endedAt === null && <CaseTime case={referral.case} />}
        />
      ))}
      pages={pages}
      empty={{ title: t("lists.empty.referrals.title"), hint: t("lists.empty.referrals.hint") }}
    />
  );
}
