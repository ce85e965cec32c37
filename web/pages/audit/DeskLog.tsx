import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DeskLogFilters } from "../../audit/DeskLogFilters.tsx";
import { DeskLogLine, DeskLogLineFragment } from "../../audit/DeskLogLine.tsx";
import { readDeskLogSearch, toDeskLogFilter, writeDeskLogSearch } from "../../audit/desk-log-address.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { PagedRows } from "../lists/PagedRows.tsx";

const DeskLogQuery = graphql(
  `
    query DeskLog($filter: DeskLogFilter, $after: String) {
      deskLog(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...DeskLogLine_entry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [DeskLogLineFragment],
);

const read = ({ deskLog }: ResultOf<typeof DeskLogQuery>) => deskLog;

/** What administrators did: people, roles, keys, registers, calendars, providers, webhooks and settings in one order. */
export function DeskLog() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = readDeskLogSearch(params);
  const log = usePages({ query: DeskLogQuery, variables: { filter: toDeskLogFilter(search) }, read });
  return (
    <>
      <DeskLogFilters search={search} onSearch={(wanted) => setParams(writeDeskLogSearch(wanted))} />
      <PagedRows pages={log} empty={{ title: t("audit.log.empty"), hint: t("audit.log.emptyHint") }}>
        <div>
          {log.nodes.map((node) => (
            <DeskLogLine key={node.id} entry={node} />
          ))}
        </div>
      </PagedRows>
    </>
  );
}
