import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import { draftPlace, dropDraft, keepDraft, parseDraft, rawDraft, subscribeToDrafts } from "./draft-store.ts";

/** Whose drafts these are. The shell says so when it knows who is signed in. */
export const DraftOwner = createContext("nobody");

export interface DraftShape<T> {
  /** What stands there before anything is written. */
  readonly fresh: () => T;
  /** What was kept, read back; null where it is not what we would write today. */
  readonly read: (kept: unknown) => T | null;
}

export interface Draft<T> {
  readonly value: T;
  /** Something was written before, here or in another tab. */
  readonly isKept: boolean;
  readonly change: (value: T) => void;
  /** Sent, or given up. */
  readonly clear: () => void;
  /** What it is about has a name of its own from now on: kept there, and gone from here. */
  readonly moveTo: (place: string, value: T) => void;
}

/**
 * What is being written at one place of the desk, for instance `case.<id>.note`, by one person. It outlives a reload, a closed tab
 * and a session that ended; it is gone when it is sent and when its writer signs out. Keep a shape outside the component.
 */
export function useDraft<T>(place: string, shape: DraftShape<T>): Draft<T> {
  const owner = useContext(DraftOwner);
  const at = draftPlace(owner, place);
  const raw = useSyncExternalStore(subscribeToDrafts, () => rawDraft(at));
  // Made anew for each place, and after each `clear`: what is fresh may hold a key of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `at` is what makes it another draft.
  const [kept, fresh] = useMemo(() => [shape.read(parseDraft(raw)), shape.fresh()] as const, [raw, at, shape]);
  return {
    value: kept ?? fresh,
    isKept: kept !== null,
    change: (value) => keepDraft(at, value),
    clear: () => dropDraft(at),
    moveTo(next, value) {
      const to = draftPlace(owner, next);
      keepDraft(to, value);
      if (to !== at) dropDraft(at);
    },
  };
}

/** The place of what is written about several at once: about others it is another draft. */
export const draftOf = (name: string, ids: readonly string[]): string => `${name}.${ids.toSorted().join(" ")}`;

/** A text and nothing else. */
export const textDraft: DraftShape<string> = {
  fresh: () => "",
  read: (kept) => (typeof kept === "string" && kept !== "" ? kept : null),
};
