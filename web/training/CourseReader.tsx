import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, longDayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Facts } from "../ui/Facts.tsx";
import css from "./course-reader.module.css";
import { LessonText } from "./LessonText.tsx";
import { ReadQuestion, ReadQuestionFragment } from "./ReadQuestion.tsx";
import { SideBySide } from "./SideBySide.tsx";

export const CourseReaderFragment = graphql(
  `
    fragment CourseReader_version on CourseVersion {
      id
      minutes
      passMark
      validityMonths
      attemptsAllowed
      publishedAt
      summary {
        zh
        en
      }
      sections {
        heading {
          zh
          en
        }
        body {
          zh
          en
        }
      }
      questions {
        ...ReadQuestion_question
      }
    }
  `,
  [ReadQuestionFragment],
);

/** A version as whoever takes it reads it, in both languages side by side, with its quiz and the answers. */
export function CourseReader({ version }: { readonly version: FragmentOf<typeof CourseReaderFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { publishedAt, ...read } = readFragment(CourseReaderFragment, version);
  return (
    <div className={css.reader}>
      <div className={css.facts}>
        <Facts
          facts={[
            publishedAt !== null && [t("training.courses.published"), longDayText(dayOf(publishedAt), language, now)],
            [t("training.edit.minutes"), read.minutes],
            [t("training.edit.passMark"), read.passMark],
            [t("training.edit.validity"), read.validityMonths ?? t("training.read.forGood")],
            [t("training.edit.attempts"), read.attemptsAllowed ?? t("training.read.anyNumber")],
          ]}
        />
      </div>
      <SideBySide text={read.summary}>{(text) => <p>{text}</p>}</SideBySide>
      {read.sections.map(({ heading, body }) => (
        <section key={`${heading.zh} ${heading.en}`}>
          <SideBySide text={heading}>{(text) => <h3>{text}</h3>}</SideBySide>
          <SideBySide text={body}>{(text) => <LessonText text={text} />}</SideBySide>
        </section>
      ))}
      {read.questions.length > 0 && (
        <section>
          <h3>{t("training.lesson.quiz")}</h3>
          <ol>
            {read.questions.map((question, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a published quiz never changes its order
              <ReadQuestion key={index} question={question} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
