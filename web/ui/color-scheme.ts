import { useSyncExternalStore } from "react";
import { keep, kept } from "./browser-store.ts";

export type ColorScheme = "light" | "dark";

const place = "redress.theme";
const readers = new Set<() => void>();

const prefersDark = () => matchMedia("(prefers-color-scheme: dark)");

/** What the reader chose, else what their system prefers. */
export function colorScheme(): ColorScheme {
  const chosen = kept("localStorage", place);
  if (chosen === "light" || chosen === "dark") return chosen;
  return prefersDark().matches ? "dark" : "light";
}

/**
 * Called before the first drawing, so that a dark desk never flashes white. A system that goes dark in the evening takes
 * the desk with it, unless the reader chose.
 */
export function followColorScheme(): void {
  applyColorScheme();
  prefersDark().addEventListener("change", tellAll);
}

function applyColorScheme(): void {
  document.documentElement.dataset["theme"] = colorScheme();
}

export function chooseColorScheme(scheme: ColorScheme): void {
  keep("localStorage", place, scheme);
  tellAll();
}

function tellAll(): void {
  applyColorScheme();
  for (const tell of readers) tell();
}

function subscribe(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(subscribe, colorScheme);
}
