import { EventEmitter, on } from "node:events";
import pg from "pg";
import type { Log } from "./log-line.ts";

/** What every server hears when a case has changed: which, and its new version. */
export interface CaseSignal {
  readonly caseId: string;
  readonly version: number;
}

/** Somebody's page tells how they have a case open. `state` null: the page has left it. */
export interface PresenceSignal {
  readonly kind: "PRESENCE";
  readonly caseId: string;
  readonly staffId: string;
  /** One of their pages; the same person may have two. */
  readonly page: string;
  readonly state: string | null;
  readonly thread: string | null;
}

/** What people of the desk do around the cases, and what concerns one of them. */
export type DeskSignal =
  | PresenceSignal
  | { readonly kind: "MENTION"; readonly staffId: string }
  /** The desk's settings are no longer as they were read; also told after a silence, in which it may have been said. */
  | { readonly kind: "SETTINGS" };

/** The channel for it; that of the cases is named by whoever announces them. */
export const deskChannel = "desk_signal";

export interface Signals {
  /** Signals from now on, until the abort. A reader that falls behind misses none: they wait for it. */
  cases(until: AbortSignal): AsyncIterable<CaseSignal>;
  /** The same, of the desk. */
  desk(until: AbortSignal): AsyncIterable<DeskSignal>;
  close(): Promise<void>;
}

const RETRY_MS = 1000;

/**
 * Listens on a connection of its own, which must reach PostgreSQL directly. When it is lost it is opened again; what
 * changed meanwhile is not told again, so whoever listens reads anew after a reconnect of theirs.
 */
export async function listenForSignals(url: string, caseChannel: string, log: Log): Promise<Signals> {
  const heard = new EventEmitter({ captureRejections: false });
  heard.setMaxListeners(0);
  let closing = false;
  let client: pg.Client | null = null;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: "redress signals" });
    fresh.on("notification", ({ channel, payload }) => {
      const isCase = channel === caseChannel;
      const signal = isCase ? readCase(payload ?? "") : readDesk(payload ?? "");
      if (signal !== null) heard.emit(isCase ? "case" : "desk", signal);
    });
    fresh.on("error", () => undefined);
    try {
      await fresh.connect();
      await fresh.query(`listen ${caseChannel}; listen ${deskChannel}`);
    } catch (error) {
      await fresh.end();
      throw error;
    }
    // Only one that listened is opened again at its end: one that never came about ends too, and is already tried again.
    fresh.on("end", () => void reconnect());
    client = fresh;
    if (closing) await fresh.end();
  }

  async function reconnect(): Promise<void> {
    while (!closing) {
      try {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        if (!closing) await connect();
        heard.emit("desk", { kind: "SETTINGS" } satisfies DeskSignal);
        return;
      } catch (error) {
        log.warn({ err: error }, "signals: the database does not answer; trying again");
      }
    }
  }

  async function* tell<S>(name: string, until: AbortSignal): AsyncGenerator<S> {
    try {
      for await (const [signal] of on(heard, name, { signal: until })) yield signal as S;
    } catch (error) {
      // The abort is how a listener leaves.
      if (!until.aborted) throw error;
    }
  }

  await connect();
  return {
    cases: (until) => tell<CaseSignal>("case", until),
    desk: (until) => tell<DeskSignal>("desk", until),
    async close() {
      closing = true;
      await client?.end();
    },
  };
}

function readCase(payload: string): CaseSignal | null {
  const parsed: unknown = JSON.parse(payload);
  if (typeof parsed !== "object" || parsed === null || !("caseId" in parsed) || !("version" in parsed)) return null;
  const { caseId, version } = parsed;
  return typeof caseId === "string" && typeof version === "number" ? { caseId, version } : null;
}

/** Only this house writes on its channel, so a signal that names its kind has the rest as well. */
function readDesk(payload: string): DeskSignal | null {
  const parsed: unknown = JSON.parse(payload);
  if (typeof parsed !== "object" || parsed === null || !("kind" in parsed)) return null;
  if (parsed.kind === "SETTINGS") return { kind: parsed.kind };
  const isOurs = (parsed.kind === "PRESENCE" || parsed.kind === "MENTION") && "staffId" in parsed;
  return isOurs ? (parsed as DeskSignal) : null;
}
