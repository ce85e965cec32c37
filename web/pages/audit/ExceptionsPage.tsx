import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { ExceptionFilters } from "../../audit/ExceptionFilters.tsx";
import { readExceptionSearch, toExceptionFilter, writeExceptionSearch } from "../../audit/exception-words.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import { AuditTabs } from "./AuditTabs.tsx";
import css from "./audit-page.module.css";
import { ExceptionItem, ExceptionItemFragment } from "./ExceptionItem.tsx";

const ExceptionsQuery = graphql(
  `
    query Exceptions($filter: ExceptionFilter, $after: String) {
      exceptions(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...ExceptionItem_exception
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ExceptionItemFragment],
);

const read = ({ exceptions }: ResultOf<typeof ExceptionsQuery>) => exceptions;

/** What went beside the rules, and what compliance says of each. */
export function ExceptionsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = readExceptionSearch(params);
  const list = usePages({ query: ExceptionsQuery, variables: { filter: toExceptionFilter(search) }, read });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("audit.exceptions.title") })}</title>
      <AuditTabs />
      <div className={css.body}>
        <p>{t("audit.exceptions.about")}</p>
        <ExceptionFilters search={search} onSearch={(wanted) => setParams(writeExceptionSearch(wanted))} />
        <PagedRows
          pages={list}
          expected={6}
          empty={{ title: t("audit.exceptions.empty"), hint: t("audit.exceptions.emptyHint") }}
        >
          <div>
            {list.nodes.map((node) => (
              <ExceptionItem key={node.id} exception={node} />
            ))}
          </div>
        </PagedRows>
      </div>
    </div>
  );
}
