import { keep, kept, placesOf, yieldPlace } from "../browser-store.ts";

/** What somebody is writing, kept in this browser: it outlives a reload and the end of a session, and is nobody else's. */

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

const prefix = "redress.draft.";
const KEPT_FOR_MS = 14 * 86_400_000;

const readers = new Set<() => void>();

export const draftPlace = (owner: string, place: string): string => `${prefix}${owner}.${place}`;

/** The kept text as it is stored; equal texts are equal drafts. */
export function rawDraft(place: string): string | null {
  return kept("localStorage", place);
}

export function parseDraft(raw: string | null): unknown {
  if (raw === null) return null;
  try {
    const read: Partial<Kept> | null = JSON.parse(raw);
    return read?.value ?? null;
  } catch {
    // Not written by us: as good as nothing kept.
    return null;
  }
}

export function keepDraft(place: string, value: unknown): void {
  keep("localStorage", place, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  tellAll();
}

export function dropDraft(place: string): void {
  keep("localStorage", place, null);
  tellAll();
}

/** On signing out: nothing that was written stays behind. */
export function dropAllDrafts(): void {
  dropWhere(() => true);
}

/** When it is known who works here: what others left, and what is too old to be meant, goes. */
export function keepOnlyDraftsOf(owner: string): void {
  const eldest = Date.now() - KEPT_FOR_MS;
  dropWhere((place, raw) => !place.startsWith(draftPlace(owner, "")) || writtenAt(raw) < eldest);
}

export function subscribeToDrafts(tell: () => void): () => void {
  if (readers.size === 0) window.addEventListener("storage", hearOtherTab);
  readers.add(tell);
  return () => {
    readers.delete(tell);
    if (readers.size === 0) window.removeEventListener("storage", hearOtherTab);
  };
}

function dropWhere(isGone: (place: string, raw: string) => boolean): void {
  for (const place of placesOf("localStorage", prefix))
    if (isGone(place, kept("localStorage", place) ?? "")) keep("localStorage", place, null);
  tellAll();
}

function writtenAt(raw: string): number {
  try {
    const read: Partial<Kept> | null = JSON.parse(raw);
    return read?.at ?? 0;
  } catch {
    return 0;
  }
}

/** The same place written in another tab: both show the last word. */
function hearOtherTab({ key }: StorageEvent): void {
  if (key === null || !key.startsWith(prefix)) return;
  yieldPlace("localStorage", key);
  tellAll();
}

function tellAll(): void {
  for (const tell of readers) tell();
}
