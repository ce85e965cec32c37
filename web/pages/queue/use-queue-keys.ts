import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { QueueItem, QueueListHandle } from "../../desk/QueueList.tsx";
import type { Selection } from "../../desk/use-selection.ts";
import { useShortcuts } from "../../ui/shortcuts/use-shortcuts.ts";
import type { BulkAction } from "./bulk/bulk-actions.ts";

interface QueueKeys {
  readonly nodes: readonly QueueItem[];
  readonly chosen: string | null;
  readonly selection: Selection;
  readonly mayBulk: boolean;
  readonly handle: RefObject<QueueListHandle | null>;
  readonly preview: RefObject<HTMLElement | null>;
  readonly choose: (number: string | null) => void;
  /** On what is ticked, or else on the case of this number. */
  readonly act: (action: BulkAction, number: string | null) => void;
  readonly undo: (() => void) | null;
}

/** The queue worked by hand alone: move, look, open, tick, act, take back. */
export function useQueueKeys({
  nodes,
  chosen,
  selection,
  mayBulk,
  handle,
  preview,
  choose,
  act,
  undo,
}: QueueKeys): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // The address follows in its own time; keys pressed one after the other go on from where the last one led.
  const cursor = useRef(chosen);
  const asked = useRef<string[]>([]);
  useEffect(
    function followAddress() {
      const at = chosen === null ? -1 : asked.current.indexOf(chosen);
      // Where the keys led, they are already; anything else was chosen by other means.
      if (at < 0) cursor.current = chosen;
      asked.current = asked.current.slice(at + 1);
    },
    [chosen],
  );
  const here = () => nodes.find(({ number }) => number === cursor.current);
  const has = nodes.length > 0;
  const onTarget = (action: BulkAction) =>
    mayBulk && (selection.ids.size > 0 || chosen !== null) ? () => act(action, cursor.current) : null;

  function step(by: 1 | -1): void {
    const at = nodes.findIndex(({ number }) => number === cursor.current);
    const next = at < 0 ? 0 : Math.min(nodes.length - 1, Math.max(0, at + by));
    const row = nodes[next];
    if (row === undefined) return;
    cursor.current = row.number;
    asked.current.push(row.number);
    choose(row.number);
    handle.current?.goTo(next);
  }

  function tick(): void {
    const row = here();
    if (row !== undefined) selection.toggle(row.id, false);
  }

  function open(): void {
    if (cursor.current !== null) void navigate(`/cases/${cursor.current}`);
  }

  function reply(): void {
    preview.current?.querySelector("textarea")?.focus();
  }

  useShortcuts({
    title: t("queue.title"),
    layer: "page",
    shortcuts: [
      { keys: ["j", "ArrowDown"], label: t("queue.keys.next"), run: () => step(1) },
      { keys: ["k", "ArrowUp"], label: t("queue.keys.previous"), run: () => step(-1) },
      { keys: ["Enter", "o"], label: t("queue.keys.open"), run: chosen === null ? null : open },
      { keys: "x", label: t("queue.keys.select"), run: mayBulk && has ? tick : null },
      {
        keys: "X",
        label: t("queue.keys.selectAll"),
        run: mayBulk ? () => selection.replace(nodes.map(({ id }) => id)) : null,
      },
      { keys: "a", label: t("bulk.action.ASSIGN"), run: onTarget("ASSIGN") },
      { keys: "n", label: t("bulk.action.ADD_NOTE"), run: onTarget("ADD_NOTE") },
      { keys: "i", label: t("bulk.action.REQUEST_INFORMATION"), run: onTarget("REQUEST_INFORMATION") },
      { keys: "e", label: t("bulk.action.CLOSE"), run: onTarget("CLOSE") },
      { keys: "r", label: t("queue.keys.reply"), run: chosen === null ? null : reply },
      { keys: "z", label: t("bulk.undoAssign"), run: undo },
      {
        keys: "Escape",
        label: t("bulk.clearKey"),
        run: selection.ids.size > 0 ? selection.clear : chosen === null ? null : () => choose(null),
      },
    ],
  });
}
