import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { LastRun, LastRunFragment } from "../../audit/LastRun.tsx";
import { LogFilters } from "../../audit/LogFilters.tsx";
import { readLogSearch, toLogFilter, writeLogSearch } from "../../audit/log-address.ts";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { ExportList } from "../lists/ExportList.tsx";
import { PagedRows } from "../lists/PagedRows.tsx";
import { ChainProof } from "./ChainProof.tsx";
import { LogEntry, LogEntryFragment } from "./LogEntry.tsx";

const AuditLogQuery = graphql(
  `
    query AuditLog($filter: AuditLogFilter, $after: String) {
      auditLog(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            case {
              id
              number
            }
            ...LogEntry_entry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LogEntryFragment],
);

const AuditRunsQuery = graphql(
  `
    query AuditRuns {
      auditRuns {
        id
        ...LastRun_run
      }
    }
  `,
  [LastRunFragment],
);

const read = ({ auditLog }: ResultOf<typeof AuditLogQuery>) => auditLog;

/** Everything that happened to cases, by whoever and wherever; and the proof that it is as it was written. */
export function CaseLog() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = readLogSearch(params);
  const log = usePages({ query: AuditLogQuery, variables: { filter: toLogFilter(search) }, read });
  const [{ data: runs, error: unread }, runsAgain] = useQuery({
    query: AuditRunsQuery,
    requestPolicy: "cache-and-network",
  });
  const ofCase = search.caseNumber === null ? null : (log.nodes.at(0)?.case ?? null);
  return (
    <>
      <LogFilters search={search} onSearch={(wanted) => setParams(writeLogSearch(wanted))} />
      {unread !== undefined && runs === undefined && (
        <FailureView failure={failureOf(unread)} onRetry={() => runsAgain({ requestPolicy: "network-only" })} />
      )}
      {ofCase === null
        ? runs !== undefined && <LastRun runs={runs.auditRuns} />
        : ofCase.number === search.caseNumber && <ChainProof caseId={ofCase.id} number={ofCase.number} />}
      <PagedRows pages={log} empty={{ title: t("audit.log.empty"), hint: t("audit.log.emptyHint") }}>
        <ExportList list={{ kind: "AUDIT_LOG", auditLog: toLogFilter(search) }} />
        <div>
          {log.nodes.map((node) => (
            <LogEntry key={node.id} entry={node} />
          ))}
        </div>
      </PagedRows>
    </>
  );
}
