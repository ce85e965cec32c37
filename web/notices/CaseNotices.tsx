import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { useNow } from "../i18n/use-now.ts";
import { Part } from "../ui/Part.tsx";
import { wholeWords } from "../ui/whole-words.tsx";
import css from "./case-notices.module.css";
import { kindAlone } from "./kind-alone.ts";
import { NoticeChip, NoticeChipFragment } from "./NoticeChip.tsx";

export const CaseNoticesFragment = graphql(
  `
    fragment CaseNotices_case on Case {
      notices {
        id
        kind
        text {
          subject
        }
        state
        audience
        channel
        reader {
          id
          name
        }
        createdAt
        answer
        answeredAt
        queried
        ...NoticeChip_notice
      }
    }
  `,
  [NoticeChipFragment],
);

/** What was told to whom about this case, the latest first. */
export function CaseNotices({
  case: of,
  isDesk,
}: {
  readonly case: FragmentOf<typeof CaseNoticesFragment>;
  /** The desk follows every delivery; who was told reads each thing once. */
  readonly isDesk: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const listText = useListText();
  const all = readFragment(CaseNoticesFragment, of).notices;
  const notices = isDesk ? all : all.filter(({ channel }) => channel === "CONSOLE");
  if (notices.length === 0) return null;
  const kindOf = ({ kind }: Told) => kindAlone(t(`noticeKind.${kind}`));
  return (
    <Part title={t(isDesk ? "notices.ofCase" : "answers.ofCase")}>
      <ul className={css.list}>
        {told(notices).map(({ notice, channels, readers }) => (
          <li key={notice.id} className={css.row}>
            <span className={css.what}>{wholeWords((isDesk ? null : notice.text?.subject) ?? kindOf(notice))}</span>
            {isDesk && <NoticeChip notice={notice} />}
            <span className={css.how}>
              {isDesk && (
                <>
                  {readers.length === 0 ? t(`noticeAudience.${notice.audience}`) : listText(readers)} ·{" "}
                  {listText(channels.map((channel) => t(`noticeChannel.${channel}`)))} ·{" "}
                </>
              )}
              <time dateTime={notice.createdAt}>{momentText(notice.createdAt, language, now)}</time>
              {notice.answer !== null && <> · {t(`noticeAnswer.${notice.answer}`)}</>}
              {notice.queried.length > 0 && (
                <> · {listText(notice.queried.map((point) => t(`noticePoint.${point}`)))}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

type Told = ResultOf<typeof CaseNoticesFragment>["notices"][number];

/** One thing told at one time, and answered alike, is told once: over these channels, to these colleagues. The latest first. */
function told(notices: readonly Told[]) {
  const same = ({ kind, audience, state, createdAt, answer, queried }: Told) =>
    JSON.stringify([kind, audience, state, createdAt, answer, queried]);
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const notice of [...notices].reverse()) {
    const group = groups.get(same(notice));
    if (group === undefined) groups.set(same(notice), [notice]);
    else group.push(notice);
  }
  return [...groups.values()].map((group) => ({
    notice: group[0],
    channels: [...new Set(group.map(({ channel }) => channel))],
    readers: [...new Set(group.flatMap(({ reader }) => reader?.name ?? []))],
  }));
}
