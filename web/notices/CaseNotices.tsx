import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Part } from "../ui/Part.tsx";
import css from "./case-notices.module.css";
import { NoticeChip, NoticeChipFragment } from "./NoticeChip.tsx";

export const CaseNoticesFragment = graphql(
  `
    fragment CaseNotices_case on Case {
      notices {
        id
        kind
        audience
        channel
        createdAt
        answer
        answeredAt
        ...NoticeChip_notice
      }
    }
  `,
  [NoticeChipFragment],
);

/** What was told to whom about this case, the latest first. */
export function CaseNotices({ case: of }: { readonly case: FragmentOf<typeof CaseNoticesFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { notices } = readFragment(CaseNoticesFragment, of);
  if (notices.length === 0) return null;
  return (
    <Part title={t("notices.ofCase")}>
      <ul className={css.list}>
        {[...notices].reverse().map((notice) => (
          <li key={notice.id} className={css.row}>
            <span className={css.what}>{t(`noticeKind.${notice.kind}`)}</span>
            <NoticeChip notice={notice} />
            <span className={css.how}>
              {t(`noticeAudience.${notice.audience}`)} · {t(`noticeChannel.${notice.channel}`)} ·{" "}
              <time dateTime={notice.createdAt}>{momentText(notice.createdAt, language, now)}</time>
              {notice.answer !== null && <> · {t(`noticeAnswer.${notice.answer}`)}</>}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
