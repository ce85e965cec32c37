import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import css from "./queue-list.module.css";

export interface QueueItem {
  readonly number: string;
  readonly row: ReactNode;
}

/**
 * The rows. Each is one link to its case, so that it opens in a new tab as any link does; on a wide screen a plain click
 * shows the preview instead. `onEnd` is called when the last rows come into sight.
 */
export function QueueList({
  items,
  chosen,
  onChoose,
  onEnd,
}: {
  readonly items: readonly QueueItem[];
  readonly chosen: string | null;
  readonly onChoose: (number: string) => void;
  readonly onEnd: (() => void) | null;
}) {
  const { t } = useTranslation();
  const end = useRef<HTMLLIElement>(null);
  useEffect(
    function watchEnd() {
      const mark = end.current;
      if (mark === null || onEnd === null) return;
      const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onEnd(), {
        rootMargin: "600px",
      });
      observer.observe(mark);
      return () => observer.disconnect();
    },
    [onEnd],
  );
  return (
    <ul className={css.rows} aria-label={t("queue.title")}>
      {items.map(({ number, row }) => (
        <li key={number} data-chosen={number === chosen || undefined}>
          <Link
            id={`case-${number}`}
            to={`/cases/${number}`}
            aria-current={number === chosen || undefined}
            onClick={(event) => {
              // Enter on the link opens the case; a press of the mouse on a wide screen shows it beside the list.
              const isPlain = event.detail > 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
              if (!isPlain || !matchMedia("(min-width: 1180px)").matches) return;
              event.preventDefault();
              onChoose(number);
            }}
          >
            {row}
          </Link>
        </li>
      ))}
      {onEnd !== null && (
        <li ref={end} className={css.end}>
          {t("common.loading")}
        </li>
      )}
    </ul>
  );
}
