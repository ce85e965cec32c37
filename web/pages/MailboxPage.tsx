import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { NoticeWords } from "../notices/NoticeWords.tsx";
import { FailureView } from "../shell/FailureView.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import css from "./mailbox-page.module.css";

const MailboxPageQuery = graphql(`
  query MailboxPage($after: String) {
    notices(filter: { channels: [EMAIL, SMS], states: [DELIVERED] }, first: 30, after: $after) {
      edges {
        node {
          id
          channel
          to
          locale
          createdAt
          text {
            subject
            body
            sms
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

/** What the demo would have sent, as its readers would see it, with links that work. */
export function MailboxPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [{ data, error, fetching }, again] = useQuery({
    query: MailboxPageQuery,
    variables: { after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const edges = data?.notices.edges ?? [];
  const next = data?.notices.pageInfo;
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("notices.mailbox") })}</title>
      <h1>{t("notices.mailbox")}</h1>
      <p className={css.hint}>{t("notices.mailboxHint")}</p>
      {error !== undefined && edges.length === 0 && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data !== undefined && edges.length === 0 && !fetching && (
        <EmptyState title={t("notices.mailboxEmpty")} hint={t("notices.emptyHint")} />
      )}
      <ul className={css.mails}>
        {edges.map(({ node: { id, channel, to, locale, createdAt, text } }) => (
          <li key={id}>
            <p className={css.head}>
              {t(`noticeChannel.${channel}`)}
              {to !== null && <> · {t("notices.mailTo", { to })}</>} ·{" "}
              <time dateTime={createdAt}>{exactText(createdAt)}</time>
            </p>
            {text !== null && (
              <NoticeWords
                locale={locale}
                subject={text.subject}
                body={channel === "SMS" ? (text.sms ?? "") : text.body}
                isShort={channel === "SMS"}
              />
            )}
          </li>
        ))}
      </ul>
      {next?.hasNextPage === true && next.endCursor !== null && (
        <Button busy={fetching} onClick={() => setParams({ after: next.endCursor ?? "" })}>
          {t("common.loadMore")}
        </Button>
      )}
    </div>
  );
}
