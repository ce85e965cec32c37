import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Part } from "../ui/Part.tsx";
import { AnswerNotice, AnswerNoticeFragment } from "./AnswerNotice.tsx";

export const NoticesToAnswerFragment = graphql(
  `
    fragment NoticesToAnswer_case on Case {
      notices {
        id
        channel
        asksAnswer
        answer
        ...AnswerNotice_notice
      }
    }
  `,
  [AnswerNoticeFragment],
);

/** What a case's shop or bank was told and has not confirmed yet. The desk reads notices, and answers none of them. */
export function NoticesToAnswer({ case: of }: { readonly case: FragmentOf<typeof NoticesToAnswerFragment> }) {
  const { t } = useTranslation();
  const { notices } = readFragment(NoticesToAnswerFragment, of);
  const waiting = notices.filter(
    ({ channel, asksAnswer, answer }) => channel === "CONSOLE" && asksAnswer && answer === null,
  );
  if (waiting.length === 0) return null;
  return (
    <Part title={t("answers.title")} aside={t("answers.count", { count: waiting.length })}>
      {waiting.map((notice) => (
        <AnswerNotice key={notice.id} notice={notice} />
      ))}
    </Part>
  );
}
