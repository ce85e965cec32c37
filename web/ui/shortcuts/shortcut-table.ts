import { keep, kept } from "../browser-store.ts";
import { isComposing } from "../is-composing.ts";
import { isSingleKey, type Keys, pressOf, worksWhileTyping } from "./keys.ts";

export interface Shortcut {
  readonly keys: Keys | readonly Keys[];
  /** What it does, translated: it stands in the sheet under `?`. */
  readonly label: string;
  /** Null: in the sheet, but nothing to do now, for instance because no row is chosen. */
  readonly run: ((event: KeyboardEvent) => void) | null;
}

/** Whose word counts first: what floats above the page, then the page, then the shell around it. */
export type Layer = "panel" | "page" | "everywhere";

export interface ShortcutGroup {
  /** The heading in the sheet, translated. */
  readonly title: string;
  readonly layer: Layer;
  readonly shortcuts: readonly Shortcut[];
}

/** A group as it is now; the holder changes what it holds with every drawing. */
export interface GroupHolder {
  current: ShortcutGroup;
}

const rank: Record<Layer, number> = { panel: 0, page: 1, everywhere: 2 };
/** How long the second press of "g q" is waited for. */
const SECOND_PRESS_MS = 1500;
const place = "redress.shortcuts";

const holders: GroupHolder[] = [];
const readers = new Set<() => void>();
let begun = "";
let timer: ReturnType<typeof setTimeout> | undefined;

/** Every group, the nearest first; within a layer what came last is nearest. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  return holders
    .map(({ current }) => current)
    .reverse()
    .sort((left, right) => rank[left.layer] - rank[right.layer]);
}

export function addGroup(holder: GroupHolder): () => void {
  if (holders.length === 0) document.addEventListener("keydown", press);
  holders.push(holder);
  return () => {
    holders.splice(holders.indexOf(holder), 1);
    if (holders.length === 0) document.removeEventListener("keydown", press);
  };
}

export function areSingleKeysOn(): boolean {
  return kept("localStorage", place) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  keep("localStorage", place, on ? null : "off");
  for (const tell of readers) tell();
}

export function subscribeToSingleKeys(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

function press(event: KeyboardEvent): void {
  // What an input method is still composing is nobody's shortcut.
  if (event.defaultPrevented || isComposing(event) || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  const pressed = pressOf(event);
  const whole = begun === "" ? pressed : `${begun} ${pressed}`;
  begin("");
  const usable = usableFrom(event.target);
  const found = find(whole, usable) ?? find(pressed, usable);
  if (found !== null) {
    event.preventDefault();
    found(event);
  } else if (usable(`${pressed} x`) && startsSomething(pressed)) {
    event.preventDefault();
    begin(pressed);
  }
}

function begin(press: Keys): void {
  clearTimeout(timer);
  begun = press;
  if (press !== "") timer = setTimeout(() => begin(""), SECOND_PRESS_MS);
}

function find(pressed: Keys, usable: (keys: Keys) => boolean): Shortcut["run"] {
  if (!usable(pressed)) return null;
  for (const { shortcuts } of shortcutGroups())
    for (const { keys, run } of shortcuts) if (run !== null && [keys].flat().includes(pressed)) return run;
  return null;
}

function startsSomething(pressed: Keys): boolean {
  return shortcutGroups().some(({ shortcuts }) =>
    shortcuts.some(({ keys, run }) => run !== null && [keys].flat().some((each) => each.startsWith(`${pressed} `))),
  );
}

/** Which keys are shortcuts where the focus stands. */
function usableFrom(target: EventTarget | null): (keys: Keys) => boolean {
  // An open dialog has the keyboard to itself.
  if (document.querySelector("dialog[open], [aria-modal=true]") !== null) return () => false;
  const isTyping = target instanceof Element && target.closest(typed) !== null;
  const isPressable = target instanceof Element && target.closest("button, summary, a, [role=option]") !== null;
  return (keys) => {
    if (worksWhileTyping(keys)) return true;
    if (isTyping) return false;
    // Enter and Space do what the button or the link says.
    if (isPressable && (keys === "Enter" || keys === "Space")) return false;
    return !isSingleKey(keys) || areSingleKeysOn();
  };
}

const typed =
  "input:not([type=checkbox], [type=radio], [type=button]), select, textarea, [contenteditable], [role=combobox], [role=listbox], [role=menu]";
