import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import css from "./checklist.module.css";

export const MachineAnswersFragment = graphql(`
  fragment MachineAnswers_item on SampleItem {
    machine {
      question
      text
      answer
    }
  }
`);

/** What the records say by themselves, apart from what a person judges. */
export function MachineAnswers({ item: of }: { readonly item: FragmentOf<typeof MachineAnswersFragment> }) {
  const { t } = useTranslation();
  const { machine } = readFragment(MachineAnswersFragment, of);
  return (
    <div>
      <h3>{t("samples.machine")}</h3>
      <p className={css.hint}>{t("samples.machineAbout")}</p>
      <ul className={css.machine}>
        {machine.map(({ question, text, answer }) => (
          <li key={question}>
            <span>{text}</span>
            <span className={css.answer} data-answer={answer}>
              {t(`samples.answers.${answer}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
