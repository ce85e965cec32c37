/** What somebody is writing, kept in this browser: it outlives a reload and the end of a session, and is nobody else's. */

interface Kept {
  readonly at: number;
  readonly value: unknown;
}

const prefix = "redress.draft.";
const KEPT_FOR_MS = 14 * 86_400_000;

/** The truth of this page. The browser's store is its copy, so that a full store loses nothing while the page is open. */
const drafts = new Map<string, string>();
const readers = new Set<() => void>();

export const draftPlace = (owner: string, place: string): string => `${prefix}${owner}.${place}`;

/** The kept text as it is stored; equal texts are equal drafts. */
export function rawDraft(place: string): string | null {
  return drafts.get(place) ?? localStorage.getItem(place);
}

export function parseDraft(raw: string | null): unknown {
  if (raw === null) return null;
  try {
    const kept: Partial<Kept> | null = JSON.parse(raw);
    return kept?.value ?? null;
  } catch {
    // Not written by us: as good as nothing kept.
    return null;
  }
}

export function keepDraft(place: string, value: unknown): void {
  const raw = JSON.stringify({ at: Date.now(), value } satisfies Kept);
  drafts.set(place, raw);
  try {
    localStorage.setItem(place, raw);
  } catch {
    // The store is full. The page still has it.
  }
  tellAll();
}

export function dropDraft(place: string): void {
  drafts.delete(place);
  localStorage.removeItem(place);
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
  for (const place of Object.keys(localStorage).filter((key) => key.startsWith(prefix)))
    if (isGone(place, localStorage.getItem(place) ?? "")) localStorage.removeItem(place);
  for (const [place, raw] of drafts) if (isGone(place, raw)) drafts.delete(place);
  tellAll();
}

function writtenAt(raw: string): number {
  try {
    const kept: Partial<Kept> | null = JSON.parse(raw);
    return kept?.at ?? 0;
  } catch {
    return 0;
  }
}

/** The same place written in another tab: both show the last word. */
function hearOtherTab({ key, newValue }: StorageEvent): void {
  if (key === null || !key.startsWith(prefix)) return;
  if (newValue === null) drafts.delete(key);
  else drafts.set(key, newValue);
  tellAll();
}

function tellAll(): void {
  for (const tell of readers) tell();
}
