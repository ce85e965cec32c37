import { useTranslation } from "react-i18next";
import { ActorMark } from "../ui/ActorMark.tsx";
import css from "./case-presence.module.css";
import type { Present } from "./use-presence.ts";

/** For so many the smallest place has room; of the others the number is seen, and each is read aloud. */
const MOST_SEEN = 2;

/**
 * Who else of the desk has the case open: writing, viewing and idle told apart by word and look. Its place is there before
 * anybody comes, and it takes the room that is left: in little of it a mark stands for a person, and their name is its title.
 */
export function CasePresence({ others }: { readonly others: readonly Present[] }) {
  const { t } = useTranslation();
  const people = others.map(({ staff, state }) => ({
    ...staff,
    state,
    words: t(`threads.present.${state}`, { name: staff.name }),
  }));
  const unseen = people.slice(MOST_SEEN);
  return (
    <div className={css.place}>
      <ul className={css.people} aria-label={t("threads.whoIsHere")} aria-live="polite">
        {people.map(({ id, name, state, words }, index) => (
          <li key={id} className={index < MOST_SEEN ? css[state] : "quiet"} title={words}>
            <ActorMark kind="colleague" name={name} size="header" />
            <span className={css.words}>{words}</span>
          </li>
        ))}
      </ul>
      {unseen.length > 0 && (
        <span className={css.number} aria-hidden="true" title={unseen.map(({ words }) => words).join("\n")}>
          +{unseen.length}
        </span>
      )}
    </div>
  );
}
