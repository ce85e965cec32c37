import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { MentionText } from "../cases/MentionText.tsx";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ActorMark } from "../ui/ActorMark.tsx";
import { Segments } from "../ui/Segments.tsx";
import { PagedRows } from "./lists/PagedRows.tsx";
import css from "./mentions-page.module.css";

const MentionsPageQuery = graphql(`
  query MentionsPage($unread: Boolean!, $after: String) {
    mentions(unread: $unread, first: 50, after: $after) {
      edges {
        node {
          at
          readAt
          case {
            id
            number
            reason
          }
          event {
            id
            sequence
            actor {
              id
              name
            }
            messages {
              id
              thread
              body
              mentions {
                id
                name
              }
            }
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

/** Each is known by the note that it stands in. */
function mentionsOf({ mentions }: ResultOf<typeof MentionsPageQuery>) {
  const edges = mentions.edges.map(({ node }) => ({ node: { ...node, id: node.event.id } }));
  return { ...mentions, edges };
}

/** Internal notes that call the viewer, the latest first; each leads to the note in its case, which then counts as read. */
export function MentionsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const view = search.get("show") === "all" ? "all" : "unread";
  const pages = usePages({ query: MentionsPageQuery, variables: { unread: view === "unread" }, read: mentionsOf });
  return (
    <section className={css.page}>
      <title>{t("common.title", { page: t("mentions.title") })}</title>
      <header className={css.head}>
        <h1>{t("mentions.title")}</h1>
        <Segments
          legend={t("mentions.title")}
          value={view}
          onChange={(next) => setSearch(next === "all" ? { show: "all" } : {}, { replace: true })}
          options={(["unread", "all"] as const).map((value) => ({ value, label: t(`mentions.${value}`) }))}
        />
      </header>
      <PagedRows
        pages={pages}
        expected={4}
        empty={{
          title: t(view === "unread" ? "mentions.noneUnread" : "mentions.none"),
          hint: t("mentions.noneHint"),
        }}
      >
        <ul className={css.list}>
          {pages.nodes.map(({ at, readAt, case: on, event }) => {
            const name = event.actor?.name ?? t("role.SYSTEM");
            return (
              <li key={event.id} className={readAt === null ? css.unread : undefined}>
                <Link to={`/cases/${on.number}#e-${event.sequence}`}>
                  <ActorMark kind="colleague" name={name} />
                  <span className={css.body}>
                    <span className={css.line}>
                      <b>{name}</b>
                      <span>
                        <span className="whole">{on.number}</span> {t(`caseReason.${on.reason}`)}
                      </span>
                      {readAt === null && <span className={css.mark}>{t("mentions.isNew")}</span>}
                      <time dateTime={at}>{momentText(at, language, now)}</time>
                    </span>
                    {event.messages
                      .filter(({ thread }) => thread === "INTERNAL")
                      .map(({ id, body, mentions }) => (
                        <span key={id} className={css.note}>
                          <MentionText text={body} names={mentions.map((colleague) => colleague.name)} />
                        </span>
                      ))}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </PagedRows>
    </section>
  );
}
