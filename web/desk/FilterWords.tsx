import { useTranslation } from "react-i18next";
import { Icon } from "../ui/Icon.tsx";
import css from "./filter-words.module.css";

export interface FilterWord {
  readonly name: string;
  readonly value: string | null;
  readonly onRemove: () => void;
}

/** What narrows the list, as words that can be taken away. */
export function FilterWords({ words }: { readonly words: readonly FilterWord[] }) {
  const { t } = useTranslation();
  return (
    <ul className={css.words} aria-label={t("queue.filters")}>
      {words.map(({ name, value, onRemove }) => (
        <li key={name} className={css.word}>
          <span className={css.name}>{name}</span>
          {value !== null && <span>{value}</span>}
          <button
            type="button"
            aria-label={t("queue.removeFilter", {
              filter: value === null ? name : t("queue.filterWord", { name, value }),
            })}
            onClick={onRemove}
          >
            <Icon name="close" size="s" />
          </button>
        </li>
      ))}
    </ul>
  );
}
