import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./course-reader.module.css";
import { SideBySide } from "./SideBySide.tsx";

export const ReadQuestionFragment = graphql(`
  fragment ReadQuestion_question on CourseQuestion {
    kind
    prompt {
      zh
      en
    }
    explanation {
      zh
      en
    }
    options {
      right
      text {
        zh
        en
      }
    }
  }
`);

/** A question with its answers: which are right, and what is said of it afterwards. */
export function ReadQuestion({ question }: { readonly question: FragmentOf<typeof ReadQuestionFragment> }) {
  const { t } = useTranslation();
  const { kind, prompt, options, explanation } = readFragment(ReadQuestionFragment, question);
  return (
    <li>
      <SideBySide text={prompt}>{(text) => <b>{text}</b>}</SideBySide>
      <p className={css.quiet}>{t(kind === "SINGLE" ? "training.edit.single" : "training.edit.multiple")}</p>
      <ul>
        {options.map(({ right, text }) => (
          <li key={`${text.zh} ${text.en}`} className={right ? css.right : undefined}>
            {right && <Icon name="check" />}
            {right && <span className="quiet">{t("training.lesson.rightAnswer")}</span>}
            <SideBySide text={text}>{(said) => said}</SideBySide>
          </li>
        ))}
      </ul>
      <div className={css.quiet}>
        <SideBySide text={explanation}>{(text) => text}</SideBySide>
      </div>
    </li>
  );
}
