import { useTranslation } from "react-i18next";
import css from "./mention-list.module.css";

/** Colleagues who fit the word that is being written after an @; Enter takes the first. */
export function MentionList({
  colleagues,
  onChoose,
}: {
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (name: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className={css.list} aria-label={t("threads.mention")}>
      {colleagues.map(({ id, name }) => (
        <li key={id}>
          <button type="button" onClick={() => onChoose(name)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
