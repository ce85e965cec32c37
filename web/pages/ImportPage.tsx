import type { ResultOf } from "gql.tada";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useShown } from "../graphql/use-answer.ts";
import { useLive } from "../graphql/use-live.ts";
import { usePages } from "../graphql/use-pages.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { ImportErrors } from "../transactions/ImportErrors.tsx";
import { ImportHistory, ImportHistoryFragment } from "../transactions/ImportHistory.tsx";
import { ImportProgress, ImportProgressFragment } from "../transactions/ImportProgress.tsx";
import { ImportUpload } from "../transactions/ImportUpload.tsx";
import { AntTheme } from "../ui/AntTheme.tsx";
import { Button } from "../ui/Button.tsx";
import { useIsHere } from "../ui/use-is-here.ts";
import css from "./list-page.module.css";

const ImportPageQuery = graphql(
  `
    query ImportPage($after: String) {
      importRuns(first: 20, after: $after) {
        edges {
          node {
            id
            ...ImportHistory_run
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ImportHistoryFragment],
);

const runsOf = ({ importRuns }: ResultOf<typeof ImportPageQuery>) => importRuns;

const ImportRunQuery = graphql(
  `
    query ImportRun($id: ID!) {
      importRun(id: $id) {
        id
        state
        rowsBad
        ...ImportProgress_run
        ...ImportHistory_run
      }
    }
  `,
  [ImportProgressFragment, ImportHistoryFragment],
);

const ImportChangedSubscription = graphql(
  `
    subscription ImportChanged($id: ID!) {
      importChanged(id: $id) {
        id
        state
        rowsBad
        ...ImportProgress_run
        ...ImportHistory_run
      }
    }
  `,
  [ImportProgressFragment, ImportHistoryFragment],
);

/** A file in, its reading followed, what was not taken shown and handed back. The import looked at stands in the address. */
export function ImportPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const chosen = params.get("import");
  const isHere = useIsHere();
  // Beside `chosen`, which a file on its way knows as it was when it was sent.
  const latest = useRef(chosen);
  latest.current = chosen;
  const runs = usePages({ query: ImportPageQuery, variables: {}, read: runsOf });
  const [one, oneAgain] = useShown({
    query: ImportRunQuery,
    variables: { id: chosen ?? "" },
    pause: chosen === null,
    requestPolicy: "cache-and-network",
  });
  const run = one.data?.importRun ?? null;
  const isOver = run?.state === "DONE" || run?.state === "FAILED";
  useLive({
    query: ImportChangedSubscription,
    variables: { id: chosen ?? "" },
    isOn: run !== null && !isOver,
    onChange: () => undefined,
    onReturn: () => oneAgain({ requestPolicy: "network-only" }),
  });

  return (
    <AntTheme>
      <title>{t("common.title", { page: t("imports.title") })}</title>
      <div className={css.page}>
        <h1>{t("imports.title")}</h1>
        <ImportUpload
          onReceived={(id) => {
            if (!isHere.current) return;
            // Who has opened another meanwhile goes on reading that; this one stands in the list.
            if (latest.current === chosen) setParams({ import: id });
            runs.refresh();
          }}
        />
        {run !== null && <ImportProgress run={run} />}
        {run !== null && isOver && run.rowsBad > 0 && <ImportErrors importId={run.id} />}
        {one.error !== undefined && (
          <FailureView failure={failureOf(one.error)} onRetry={() => oneAgain({ requestPolicy: "network-only" })} />
        )}
        {(runs.hasNext !== null || runs.error === null) && (
          <ImportHistory runs={runs.nodes} loading={runs.hasNext === null} />
        )}
        {runs.error !== null && <FailureView failure={failureOf(runs.error)} onRetry={runs.retry} />}
        {runs.hasNext === true && runs.error === null && (
          <Button busy={runs.loading} onClick={runs.more}>
            {t("common.loadMore")}
          </Button>
        )}
      </div>
    </AntTheme>
  );
}
