import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { exactText } from "../i18n/times.ts";
import { NoticeWords } from "../notices/NoticeWords.tsx";
import { PagedRows } from "./lists/PagedRows.tsx";
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

const mailsOf = ({ notices }: ResultOf<typeof MailboxPageQuery>) => notices;

/** What the demo would have sent, as its readers would see it, with links that work. */
export function MailboxPage() {
  const { t } = useTranslation();
  const pages = usePages({ query: MailboxPageQuery, variables: {}, read: mailsOf });
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("notices.mailbox") })}</title>
      <h1>{t("notices.mailbox")}</h1>
      <p className={css.hint}>{t("notices.mailboxHint")}</p>
      <PagedRows pages={pages} empty={{ title: t("notices.mailboxEmpty"), hint: t("notices.emptyHint") }}>
        <ul className={css.mails}>
          {pages.nodes.map(({ id, channel, to, locale, createdAt, text }) => (
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
      </PagedRows>
    </div>
  );
}
