import { useTranslation } from "react-i18next";
import css from "./mention-list.module.css";
import type { Colleague } from "./mentions.ts";

export const mentionOption = (list: string, { id }: Colleague): string => `${list}-${id}`;

/** Colleagues who fit the word that is being written after an @. The focus stays in the text. */
export function MentionList({
  id: list,
  colleagues,
  active,
  onChoose,
}: {
  readonly id: string;
  readonly colleagues: readonly Colleague[];
  readonly active: Colleague | null;
  readonly onChoose: (colleague: Colleague) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {colleagues.length > 0 && (
        <div id={list} role="listbox" className={css.list} aria-label={t("threads.mention")}>
          {colleagues.map((colleague) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are pressed in the text, where the focus stays.
            <div
              key={colleague.id}
              id={mentionOption(list, colleague)}
              role="option"
              tabIndex={-1}
              aria-selected={colleague === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(colleague)}
            >
              {colleague.name}
            </div>
          ))}
        </div>
      )}
      <p className={css.said} role="status">
        {colleagues.length > 0 && t("threads.mentionFound", { count: colleagues.length })}
      </p>
    </>
  );
}
