import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  addGroup,
  areSingleKeysOn,
  type GroupHolder,
  type ShortcutGroup,
  subscribeToSingleKeys,
} from "./shortcut-table.ts";

/**
 * The shortcuts of what is on the screen, for as long as it is: they work, and stand in the sheet under `?`. They keep still
 * while somebody types (save those with Ctrl or ⌘), and while a dialog is open.
 *
 * `useShortcuts({ title: t("queue.title"), layer: "page", shortcuts: [{ keys: ["j", "ArrowDown"], label: …, run: next }] })`
 */
export function useShortcuts(group: ShortcutGroup): void {
  const holder = useRef<GroupHolder>({ current: group });
  useEffect(function keepCurrent() {
    holder.current.current = group;
  });
  useEffect(function register() {
    return addGroup(holder.current);
  }, []);
}

/** Whether shortcuts of one character work, as the reader chose. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribeToSingleKeys, areSingleKeysOn);
}
