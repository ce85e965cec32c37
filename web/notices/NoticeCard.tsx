import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { wholeWords } from "../ui/whole-words.tsx";
import { AnswerChip } from "./AnswerChip.tsx";
import { AnswerNotice, AnswerNoticeFragment } from "./AnswerNotice.tsx";
import { NoticeChip, NoticeChipFragment } from "./NoticeChip.tsx";
import { NoticeWords } from "./NoticeWords.tsx";
import css from "./notice-card.module.css";
import { ReplayNotice } from "./ReplayNotice.tsx";

export const NoticeCardFragment = graphql(
  `
    fragment NoticeCard_notice on Notice {
      id
      kind
      audience
      channel
      state
      to
      createdAt
      nextTryAt
      answer
      answeredAt
      asksAnswer
      queried
      locale
      text {
        subject
        body
        sms
      }
      tries {
        id
        at
        answer
        code
        happened
        todo
      }
      case {
        id
        number
      }
      ...NoticeChip_notice
      ...AnswerNotice_notice
    }
  `,
  [NoticeChipFragment, AnswerNoticeFragment],
);

/** One notice: a line of the log, which opens into what was said and how each try went. */
export function NoticeCard({
  notice: of,
  mayReplay,
  mayAnswer,
  onAnswered,
}: {
  readonly notice: FragmentOf<typeof NoticeCardFragment>;
  readonly mayReplay: boolean;
  /** It was told to the viewer's own shop or bank. */
  readonly mayAnswer: boolean;
  readonly onAnswered: () => void;
}) {
  const { t } = useTranslation();
  const notice = readFragment(NoticeCardFragment, of);
  const listText = useListText();
  const { text, tries } = notice;
  const isAwaited = notice.asksAnswer && notice.answer === null;
  const isStuck = notice.state === "DEAD" || (notice.state === "SUPPRESSED" && notice.to !== null);
  return (
    <details className={css.card} open={mayAnswer && isAwaited}>
      <summary className={css.line}>
        <span className={css.what}>
          {wholeWords((mayAnswer ? text?.subject : null) ?? t(`noticeKind.${notice.kind}`))}
        </span>
        <span className={css.who}>
          {!mayAnswer && t(`noticeAudience.${notice.audience}`)}
          {!mayAnswer && notice.case !== null && <> · </>}
          {notice.case !== null && <span className="whole">{notice.case.number}</span>}
          {!mayAnswer && <> · {t(`noticeChannel.${notice.channel}`)}</>}
          {notice.to !== null && <> · {notice.to}</>}
        </span>
        <time className={css.when} dateTime={notice.createdAt}>
          {exactText(notice.createdAt)}
        </time>
        {mayAnswer ? <AnswerChip isAwaited={isAwaited} answer={notice.answer} /> : <NoticeChip notice={notice} />}
      </summary>
      <div className={css.inside}>
        {text !== null && (
          <NoticeWords
            locale={notice.locale}
            subject={text.subject}
            body={notice.channel === "SMS" ? (text.sms ?? "") : text.body}
            isShort={notice.channel === "SMS"}
          />
        )}
        <div className={css.facts}>
          {mayAnswer && isAwaited && <AnswerNotice notice={notice} onAnswered={onAnswered} />}
          {notice.case !== null && (
            <Link to={`/cases/${notice.case.number}`}>{t("notices.openCase", { number: notice.case.number })}</Link>
          )}
          {notice.answer !== null && notice.answeredAt !== null && (
            <p>
              {t("notices.answeredAt", {
                answer: t(notice.answer === "CONFIRMED" ? "answers.done" : "answers.queried"),
                at: exactText(notice.answeredAt),
              })}
              {notice.queried.length > 0 && (
                <> · {listText(notice.queried.map((point) => t(`noticePoint.${point}`)))}</>
              )}
            </p>
          )}
          {tries.length > 0 && (
            <ol className={css.tries}>
              {tries.map((one) => (
                <li key={one.id}>
                  <time dateTime={one.at}>{exactText(one.at)}</time> {one.happened}
                  {one.code !== null && <code className={css.code}>{one.code}</code>}
                  {one.answer !== "DELIVERED" && <span className={css.todo}>{one.todo}</span>}
                </li>
              ))}
            </ol>
          )}
          {notice.nextTryAt !== null && <p>{t("notices.nextTry", { at: exactText(notice.nextTryAt) })}</p>}
          {mayReplay && (
            <ReplayNotice
              noticeId={notice.id}
              state={notice.state}
              isStuck={isStuck}
              what={t("common.separated", {
                first: t(`noticeKind.${notice.kind}`),
                second: t(`noticeChannel.${notice.channel}`),
              })}
              to={notice.to ?? ""}
            />
          )}
        </div>
      </div>
    </details>
  );
}
