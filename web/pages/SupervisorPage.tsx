import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { BreachList, BreachListFragment } from "../supervisor/BreachList.tsx";
import { LoadTable, LoadTableFragment } from "../supervisor/LoadTable.tsx";
import { type Person, Reassign } from "../supervisor/Reassign.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import css from "./list-page.module.css";

const SupervisorPageQuery = graphql(
  `
    query SupervisorPage($after: String) {
      deskLoad {
        staff {
          id
          name
          active
        }
        ...LoadTable_load
      }
      clockBreaches(first: 50, after: $after) {
        edges {
          node {
            id
            ...BreachList_breach
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LoadTableFragment, BreachListFragment],
);

/** Who has what, what is at risk, what ran out and why; and work that changes hands. */
export function SupervisorPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [giving, setGiving] = useState<{ readonly from: Person | null } | null>(null);
  const [{ data, error, fetching }, again] = useQuery({
    query: SupervisorPageQuery,
    variables: { after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const loads = data?.deskLoad ?? [];
  const breaches = data?.clockBreaches.edges ?? [];
  const next = data?.clockBreaches.pageInfo;
  const people = loads.flatMap(({ staff }) =>
    staff === null || !staff.active || staff.id === giving?.from?.id ? [] : [{ id: staff.id, name: staff.name }],
  );
  const refresh = () => again({ requestPolicy: "network-only" });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("supervisor.title") })}</title>
      <h1>{t("supervisor.title")}</h1>
      {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {data !== undefined && (
        <>
          <h2>{t("supervisor.load")}</h2>
          {loads.length === 0 ? (
            <EmptyState title={t("supervisor.empty")} hint={t("supervisor.emptyHint")} />
          ) : (
            <LoadTable loads={loads} onGive={(from) => setGiving({ from })} />
          )}
          <h2>{t("supervisor.breaches")}</h2>
          {breaches.length === 0 && <p>{t("supervisor.noBreaches")}</p>}
          <BreachList breaches={breaches.map(({ node }) => node)} />
          {next?.hasNextPage === true && next.endCursor !== null && (
            <Button busy={fetching} onClick={() => setParams({ after: next.endCursor ?? "" })}>
              {t("common.loadMore")}
            </Button>
          )}
        </>
      )}
      {giving !== null && (
        <Reassign
          from={giving.from}
          people={people}
          onClose={() => setGiving(null)}
          onDone={() => {
            setGiving(null);
            refresh();
          }}
        />
      )}
    </div>
  );
}
