import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { NoticeCard, NoticeCardFragment } from "../notices/NoticeCard.tsx";
import { NoticeFilters } from "../notices/NoticeFilters.tsx";
import { readNoticeSearch, toNoticeFilter, writeNoticeSearch } from "../notices/notice-address.ts";
import { useViewer } from "../shell/viewer.ts";
import { Segments } from "../ui/Segments.tsx";
import css from "./list-page.module.css";
import { PagedRows } from "./lists/PagedRows.tsx";

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

const noticesOf = ({ notices }: ResultOf<typeof NoticesPageQuery>) => notices;

/** The log of what left the desk; its filters stand in the address. */
export function NoticesPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = readNoticeSearch(params);
  const mayAnswer = viewer.permissions.includes("NOTICE_ANSWER");
  // Whoever was told reads each thing once, not once a channel.
  const asked = mayAnswer ? { ...search, state: null, audience: null, channel: "CONSOLE" as const } : search;
  const pages = usePages({ query: NoticesPageQuery, variables: { filter: toNoticeFilter(asked) }, read: noticesOf });
  const mayReplay = viewer.permissions.includes("NOTICE_REPLAY");
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("notices.title") })}</title>
      <h1>{t("notices.title")}</h1>
      {mayAnswer ? (
        <Segments
          legend={t("notices.title")}
          value={search.isAwaited ? "awaited" : "all"}
          onChange={(word) => setParams(writeNoticeSearch({ ...search, isAwaited: word === "awaited" }))}
          options={[
            { value: "all", label: t("answers.all") },
            { value: "awaited", label: t("answers.onlyAwaited") },
          ]}
        />
      ) : (
        <>
          <nav className={css.links} aria-label={t("notices.title")}>
            {viewer.permissions.includes("NOTICE_EDIT") && <Link to="/notices/wordings">{t("notices.toTexts")}</Link>}
            <Link to="/mailbox">{t("notices.toMailbox")}</Link>
          </nav>
          <Segments
            legend={t("notices.state")}
            value={search.needsAttention ? "attention" : "all"}
            onChange={(word) =>
              setParams(writeNoticeSearch({ ...search, state: null, needsAttention: word === "attention" }))
            }
            options={[
              { value: "all", label: t("notices.all") },
              { value: "attention", label: t("notices.attention") },
            ]}
          />
          <NoticeFilters search={search} onSearch={(wanted) => setParams(writeNoticeSearch(wanted))} />
        </>
      )}
      <PagedRows
        pages={pages}
        empty={{
          title: t(mayAnswer && search.isAwaited ? "answers.empty" : "notices.empty"),
          hint: t(mayAnswer ? "answers.emptyHint" : "notices.emptyHint"),
        }}
      >
        <div>
          {pages.nodes.map((node) => (
            <NoticeCard
              key={node.id}
              notice={node}
              mayReplay={mayReplay}
              mayAnswer={mayAnswer}
              onAnswered={pages.refresh}
            />
          ))}
        </div>
      </PagedRows>
    </div>
  );
}
