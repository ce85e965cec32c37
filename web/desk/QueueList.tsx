import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useMedia } from "../ui/use-media.ts";
import css from "./queue-list.module.css";

export interface QueueItem {
  readonly id: string;
  readonly number: string;
}

export interface QueueListHandle {
  /** Brings a row into sight and the focus onto it. */
  readonly goTo: (index: number) => void;
}

/** Rows keep their height whatever changes in them, so that nothing below them moves. */
const ROW = 60;
const PHONE_ROW = 124;

/**
 * The rows that are in sight, out of however many. Each is one link to its case, so that it opens in a new tab as any link
 * does; on a wide screen a plain click shows the preview instead. `onEnd` is called as the last rows come near.
 */
export function QueueList<Item extends QueueItem>({
  ref,
  items,
  draw,
  chosen,
  selected,
  onChoose,
  onSelect,
  onEnd,
}: {
  readonly ref: RefObject<QueueListHandle | null>;
  readonly items: readonly Item[];
  readonly draw: (item: Item) => ReactNode;
  readonly chosen: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onChoose: (number: string) => void;
  /** Null where nothing can be done to several at once. */
  readonly onSelect: ((id: string, range: boolean) => void) | null;
  readonly onEnd: (() => void) | null;
}) {
  const { t } = useTranslation();
  const isPhone = useMedia("(max-width: 860px)");
  const height = isPhone ? PHONE_ROW : ROW;
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<number | null>(null);
  const virtual = useVirtualizer({
    count: items.length,
    // What scrolls is what the list stands in.
    getScrollElement: () => list.current?.parentElement ?? null,
    estimateSize: () => height,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 10,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height is what makes every place another one.
  useEffect(() => virtual.measure(), [virtual, height]);
  // Paper does not scroll: it takes every row that has been read, and asks for no more.
  const isPaper = useMedia("print");
  const shown = isPaper
    ? items.map(({ id: key }, index) => ({ index, key, start: index * height }))
    : virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(
    function readOn() {
      if (onEnd !== null && !isPaper && last >= items.length - 15) onEnd();
    },
    [last, items.length, onEnd, isPaper],
  );
  useImperativeHandle(ref, () => ({
    goTo(index) {
      wanted.current = index;
      virtual.scrollToIndex(index);
      focusRow(items[index]?.number);
    },
  }));
  useEffect(function focusWhatCameIntoSight() {
    if (wanted.current === null) return;
    if (focusRow(items[wanted.current]?.number)) wanted.current = null;
  });
  return (
    <ul
      ref={list}
      className={css.rows}
      style={isPaper ? {} : { height: virtual.getTotalSize() }}
      aria-label={t("queue.title")}
    >
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const { id, number } = item;
        return (
          <li
            key={key}
            style={isPaper ? {} : { height, transform: `translateY(${start}px)` }}
            data-chosen={number === chosen || undefined}
            data-selected={selected.has(id) || undefined}
            aria-posinset={index + 1}
            aria-setsize={onEnd === null ? items.length : -1}
          >
            {onSelect !== null && (
              <label className={css.select}>
                <input
                  type="checkbox"
                  checked={selected.has(id)}
                  aria-label={t("bulk.select", { number })}
                  onChange={({ nativeEvent }) =>
                    onSelect(id, "shiftKey" in nativeEvent && nativeEvent.shiftKey === true)
                  }
                />
              </label>
            )}
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
              {draw(item)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function focusRow(number: string | undefined): boolean {
  const row = number === undefined ? null : document.getElementById(`case-${number}`);
  row?.focus({ preventScroll: true });
  return row !== null;
}
