import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { AccessFilters } from "../../audit/AccessFilters.tsx";
import { readAccessSearch, toAccessFilter, writeAccessSearch } from "../../audit/access-address.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { exactText } from "../../i18n/times.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import rows from "./access-page.module.css";
import css from "./audit-page.module.css";

const AccessLogQuery = graphql(`
  query AccessLog($filter: AccessLogFilter, $after: String) {
    accessLog(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          caseNumber
          kind
          at
          viewer {
            id
            name
            role
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const read = ({ accessLog }: ResultOf<typeof AccessLogQuery>) => accessLog;

/** Who viewed personal data: by person, case, way and time. */
export function AccessPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = readAccessSearch(params);
  const isNarrowed = Object.keys(writeAccessSearch(search)).length > 0;
  const list = usePages({ query: AccessLogQuery, variables: { filter: toAccessFilter(search) }, read });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("access.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        <p>{t("access.about")}</p>
        <AccessFilters search={search} onSearch={(wanted) => setParams(writeAccessSearch(wanted))} />
        <PagedRows
          pages={list}
          empty={
            isNarrowed
              ? { title: t("access.empty"), hint: t("access.emptyHint") }
              : { title: t("access.none"), hint: t("access.noneHint") }
          }
        >
          <ul className={rows.rows}>
            {list.nodes.map(({ id, at, viewer, kind, caseNumber }) => (
              <li key={id}>
                <time dateTime={at}>{exactText(at)}</time>
                <span>
                  {viewer !== null && t("common.separated", { first: viewer.name, second: t(`role.${viewer.role}`) })}
                </span>
                <span>{t(`access.kinds.${kind}`)}</span>
                <Link to={`/cases/${caseNumber}`}>{caseNumber}</Link>
              </li>
            ))}
          </ul>
        </PagedRows>
      </div>
    </div>
  );
}
