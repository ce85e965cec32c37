import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { AnswerNotice, AnswerNoticeFragment } from "../notices/AnswerNotice.tsx";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { PartyTasks, usePartyTasks } from "./party/PartyTasks.tsx";
import css from "./party/party-page.module.css";

const PartyPageQuery = graphql(
  `
    query PartyPage {
      caseCounts(filter: { open: true, needsAction: true }) {
        state
        count
      }
      notices(filter: { channels: [CONSOLE], awaitsAnswer: true }, first: 5) {
        edges {
          node {
            id
            case {
              id
              number
            }
            ...AnswerNotice_notice
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [AnswerNoticeFragment],
);

/** The room of a shop or of a bank: what waits for them, by when, and what happens otherwise. They see nothing but their own. */
export function PartyPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const isBank = viewer.permissions.includes("BANK_RULE");
  const [{ data, error }, again] = useQuery({ query: PartyPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  const tasks = usePartyTasks();
  // Both are asked for at once and drawn at once, so that neither pushes the other down.
  const isRead = (data !== undefined || error !== undefined) && (tasks.hasNext !== null || tasks.error !== null);
  const total = data?.caseCounts.reduce((sum, { count }) => sum + count, 0) ?? null;
  const notices = data?.notices.edges.map(({ node }) => node) ?? [];

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("parties.title") })}</title>
      <header className={css.head}>
        <h1>{t("parties.title")}</h1>
        <p>{t(isBank ? "parties.hint.bank" : "parties.hint.merchant")}</p>
      </header>
      {!isRead && <Skeleton rows={4} label={t("common.loading")} />}
      {isRead && (
        <section className={css.part} aria-labelledby="tasks-title">
          <h2 id="tasks-title">
            {t("parties.toDo")} {total !== null && <small>{t("parties.cases", { count: total })}</small>}
          </h2>
          <PartyTasks pages={tasks} total={total} isBank={isBank} />
          <p>
            <Link to="/cases">{t("parties.allCases")}</Link>
          </p>
        </section>
      )}
      {error !== undefined && data === undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {isRead && notices.length > 0 && (
        <section className={css.part} aria-labelledby="notices-title">
          <h2 id="notices-title">{t("parties.notices")}</h2>
          <p className={css.hint}>{t("parties.noticesHint")}</p>
          <ul className={css.notices}>
            {notices.map((notice) => (
              <li key={notice.id}>
                <AnswerNotice notice={notice} onAnswered={refresh} />
                {notice.case !== null && (
                  <Link to={`/cases/${notice.case.number}`}>
                    {t("notices.openCase", { number: notice.case.number })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
          {data?.notices.pageInfo.hasNextPage === true && (
            <p>
              <Link to="/notices?answer=awaited">{t("parties.moreNotices")}</Link>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
