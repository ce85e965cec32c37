import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/Icon.tsx";
import { isComposing } from "../ui/is-composing.ts";
import { withinScreen } from "../ui/within-screen.ts";
import { FilterEditor } from "./FilterEditor.tsx";
import { FilterWords } from "./FilterWords.tsx";
import type { QueueAddress } from "./queue-address.ts";
import css from "./queue-filters.module.css";
import { type SetFilters, useFilterWords } from "./use-filter-words.ts";

/** Filters as removable words, and a small form that adds to them. Nothing is asked for before it is applied. */
export function QueueFilters({
  address,
  onSet,
  isDesk,
}: {
  readonly address: QueueAddress;
  readonly onSet: SetFilters;
  /** Shops and banks see no colleagues of the desk, and their own cases alone. */
  readonly isDesk: boolean;
}) {
  const { t } = useTranslation();
  const panel = useRef<HTMLDetailsElement>(null);
  const opener = useRef<HTMLElement>(null);
  const [isOpen, setOpen] = useState(false);
  const words = useFilterWords(address, onSet);

  function close(): void {
    if (panel.current !== null) panel.current.open = false;
    opener.current?.focus();
  }

  return (
    <div className={css.filters}>
      {words.length > 0 && <FilterWords words={words} />}
      <details
        ref={panel}
        className={css.panel}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !isOpen || isComposing(event)) return;
          event.preventDefault();
          close();
        }}
      >
        <summary ref={opener}>
          <Icon name="plus" size="s" />
          {t("queue.filter")}
        </summary>
        {isOpen && (
          <div ref={withinScreen} className={css.sheet}>
            <FilterEditor
              address={address}
              isDesk={isDesk}
              onSet={(change) => {
                onSet(change);
                close();
              }}
            />
          </div>
        )}
      </details>
    </div>
  );
}
