import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { ClockProof, ClockProofFragment } from "../clocks/ClockProof.tsx";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { BreachList, BreachListFragment } from "../supervisor/BreachList.tsx";
import { LoadTable, LoadTableFragment } from "../supervisor/LoadTable.tsx";
import { type Person, Reassign } from "../supervisor/Reassign.tsx";
import { ReopenList, ReopenListFragment } from "../supervisor/ReopenList.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { focusWhenDrawn } from "../ui/focus-when-drawn.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./list-page.module.css";
import { ReopenSheet } from "./supervisor/ReopenSheet.tsx";

const SupervisorPageQuery = graphql(
  `
    query SupervisorPage($after: String, $closedAfter: String) {
      deskLoad {
        takesWork
        open
        away
        staff {
          id
          name
        }
        ...LoadTable_load
      }
      reopenableCases(first: 10, after: $closedAfter) {
        edges {
          node {
            ...ReopenList_reopenable
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      clockBreaches(first: 50, after: $after) {
        edges {
          node {
            id
            clock {
              id
              ...ClockProof_clock
            }
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
  [LoadTableFragment, ReopenListFragment, BreachListFragment, ClockProofFragment],
);

/** Who has what, what is at risk, what ran out and why; and work that changes hands. */
export function SupervisorPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [reopening, setReopening] = useState<string | null>(null);
  const [reopened, setReopened] = useState<string | null>(null);
  const [giving, setGiving] = useState<{ readonly from: Person | null } | null>(null);
  const [{ data, error, fetching }, again] = useQuery({
    query: SupervisorPageQuery,
    variables: { after: params.get("after"), closedAfter: params.get("closedAfter") },
    requestPolicy: "cache-and-network",
  });
  const loads = data?.deskLoad ?? [];
  const breaches = data?.clockBreaches.edges ?? [];
  const proofOf = (id: string) => {
    const clock = breaches.find(({ node }) => node.id === id)?.node.clock ?? null;
    return clock === null ? null : <ClockProof clock={clock} />;
  };
  const closed = data?.reopenableCases.edges ?? [];
  const people = loads.flatMap(({ staff, takesWork, open, away }) =>
    staff === null || !takesWork || staff.id === giving?.from?.id
      ? []
      : [{ id: staff.id, name: staff.name, open, away }],
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
          <h2>{t("supervisor.reopenTitle")}</h2>
          <p>{t(closed.length === 0 ? "supervisor.noReopenable" : "supervisor.reopenHint")}</p>
          {reopened !== null && (
            <p role="status" tabIndex={-1} ref={focusWhenDrawn}>
              <Icon name="check" />{" "}
              <Link to={`/cases/${reopened}`}>{t("supervisor.reopened", { number: reopened })}</Link>
            </p>
          )}
          <ReopenList reopenable={closed.map(({ node }) => node)} onReopen={setReopening} />
          <More page={data.reopenableCases.pageInfo} name="closedAfter" busy={fetching} />
          <h2>{t("supervisor.breaches")}</h2>
          {breaches.length === 0 && <p>{t("supervisor.noBreaches")}</p>}
          <BreachList breaches={breaches.map(({ node }) => node)} proofOf={proofOf} />
          <More page={data.clockBreaches.pageInfo} name="after" busy={fetching} />
        </>
      )}
      {reopening !== null && (
        <ReopenSheet
          key={reopening}
          number={reopening}
          onClose={() => setReopening(null)}
          onDone={(isOpen) => {
            refresh();
            if (!isOpen) return;
            setReopened(reopening);
            setReopening(null);
          }}
        />
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

/** The rest of one list; the other stays where it is. */
function More({
  page,
  name,
  busy,
}: {
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly name: "after" | "closedAfter";
  readonly busy: boolean;
}) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const { hasNextPage, endCursor } = page;
  if (!hasNextPage || endCursor === null) return null;
  return (
    <Button busy={busy} onClick={() => setParams({ ...Object.fromEntries(params), [name]: endCursor })}>
      {t("common.loadMore")}
    </Button>
  );
}
