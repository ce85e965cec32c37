import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FindingFilters } from "../../audit/FindingFilters.tsx";
import { FindingItem, FindingItemFragment } from "../../audit/FindingItem.tsx";
import { readFindingSearch, toFindingFilter, writeFindingSearch } from "../../audit/finding-address.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { useViewer } from "../../shell/viewer.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import css from "./audit-page.module.css";

const AuditFindingsQuery = graphql(
  `
    query AuditFindings($filter: FindingFilter, $after: String) {
      auditFindings(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...FindingItem_finding
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [FindingItemFragment],
);

const read = ({ auditFindings }: ResultOf<typeof AuditFindingsQuery>) => auditFindings;

/** What reviews have found, the soonest due first. */
export function FindingsPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = readFindingSearch(params);
  const variables = { filter: toFindingFilter(search, viewer.id) };
  const list = usePages({ query: AuditFindingsQuery, variables, read });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("findings.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        <p>{t("findings.about")}</p>
        <FindingFilters search={search} onSearch={(wanted) => setParams(writeFindingSearch(wanted))} />
        <PagedRows pages={list} expected={6} empty={{ title: t("findings.empty"), hint: t("findings.emptyHint") }}>
          <div>
            {list.nodes.map((node) => (
              <FindingItem key={node.id} finding={node} mayChange={viewer.permissions.includes("AUDIT_REVIEW")} />
            ))}
          </div>
        </PagedRows>
      </div>
    </div>
  );
}
