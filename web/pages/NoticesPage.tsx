import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { NoticeCard, NoticeCardFragment } from "../notices/NoticeCard.tsx";
import { NoticeFilters } from "../notices/NoticeFilters.tsx";
import { readNoticeSearch, toNoticeFilter, writeNoticeSearch } from "../notices/notice-address.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import css from "./list-page.module.css";

const NoticesPageQuery = graphql(
  `
    query NoticesPage($filter: NoticeFilter, $after: String) {
      notices(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...NoticeCard_notice
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [NoticeCardFragment],
);

/** The log of what left the desk; its filters stand in the address. */
export function NoticesPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = readNoticeSearch(params);
  const [{ data, error, fetching }, again] = useQuery({
    query: NoticesPageQuery,
    variables: { filter: toNoticeFilter(search), after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const edges = data?.notices.edges ?? [];
  const next = data?.notices.pageInfo;
  const mayReplay = viewer.permissions.includes("NOTICE_REPLAY");
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("notices.title") })}</title>
      <h1>{t("notices.title")}</h1>
      <Link to="/mailbox">{t("notices.toMailbox")}</Link>
      <NoticeFilters search={search} onSearch={(wanted) => setParams(writeNoticeSearch(wanted))} />
      {error !== undefined && edges.length === 0 && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && edges.length === 0 && !fetching && (
        <EmptyState title={t("notices.empty")} hint={t("notices.emptyHint")} />
      )}
      <div>
        {edges.map(({ node }) => (
          <NoticeCard key={node.id} notice={node} mayReplay={mayReplay} />
        ))}
      </div>
      {next?.hasNextPage === true && next.endCursor !== null && (
        <Button
          busy={fetching}
          onClick={() => setParams({ ...writeNoticeSearch(search), after: next.endCursor ?? "" })}
        >
          {t("common.loadMore")}
        </Button>
      )}
    </div>
  );
}
