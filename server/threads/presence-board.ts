import { EventEmitter, on } from "node:events";
import type { MessageThread } from "../cases/domain/words.ts";
import type { PresenceSignal, Signals } from "../platform/signals.ts";
import type { WallClock } from "../platform/wall-clock.ts";
import { type PresenceState, presenceStates } from "./domain/words.ts";

/** How a member of staff has a case open. */
export interface Present {
  readonly staffId: string;
  readonly state: PresenceState;
  readonly thread: MessageThread | null;
  readonly since: Date;
}

/** A page tells every 20 s; one that has not told for this long is gone. */
const GONE_AFTER_MS = 50_000;

/**
 * Who has which case open, as this process has heard it. Every process hears every page, so each knows all; nothing is
 * stored, and a process that has just begun knows all after one beat.
 */
export interface PresenceBoard {
  who(caseId: string): readonly Present[];
  /** Tells that somebody came, left, or does something else on the case, until the abort. */
  changes(caseId: string, until: AbortSignal): AsyncIterable<void>;
  close(): void;
}

interface Page extends Present {
  readonly forget: NodeJS.Timeout;
}

export function openPresenceBoard(signals: Signals, clock: WallClock): PresenceBoard {
  const cases = new Map<string, Map<string, Page>>();
  const heard = new EventEmitter();
  heard.setMaxListeners(0);
  const closing = new AbortController();

  function forget(caseId: string, page: string): void {
    const pages = cases.get(caseId);
    clearTimeout(pages?.get(page)?.forget);
    pages?.delete(page);
    if (pages?.size === 0) cases.delete(caseId);
  }

  function hear({ caseId, staffId, page, state, thread }: PresenceSignal): void {
    const before = cases.get(caseId)?.get(page);
    forget(caseId, page);
    const now = presenceStates.find((known) => known === state);
    if (now !== undefined) {
      const pages = cases.get(caseId) ?? new Map<string, Page>();
      const forgetLater = setTimeout(() => {
        forget(caseId, page);
        heard.emit(caseId);
      }, GONE_AFTER_MS).unref();
      const since = before?.state === now ? before.since : clock.now();
      pages.set(page, { staffId, state: now, thread: thread as MessageThread | null, since, forget: forgetLater });
      cases.set(caseId, pages);
    }
    if (before?.state !== now || before?.thread !== thread) heard.emit(caseId);
  }

  async function listen(): Promise<void> {
    for await (const signal of signals.desk(closing.signal)) if (signal.kind === "PRESENCE") hear(signal);
  }
  void listen();

  return {
    who(caseId) {
      const rank = ({ state }: Present) => presenceStates.indexOf(state);
      const people = new Map<string, Present>();
      for (const { forget: _, ...page } of cases.get(caseId)?.values() ?? []) {
        const other = people.get(page.staffId);
        if (other === undefined || rank(page) < rank(other)) people.set(page.staffId, page);
      }
      return [...people.values()].sort((left, right) => rank(left) - rank(right));
    },
    // It hears from this moment on, not from when it is first asked.
    changes: (caseId, until) => untilAbort(on(heard, caseId, { signal: until }), until),
    close() {
      closing.abort();
      for (const pages of cases.values()) for (const page of pages.values()) clearTimeout(page.forget);
    },
  };
}

async function* untilAbort(events: AsyncIterable<unknown>, until: AbortSignal): AsyncGenerator<void> {
  try {
    for await (const _ of events) yield;
  } catch (error) {
    // The abort is how a listener leaves.
    if (!until.aborted) throw error;
  }
}
