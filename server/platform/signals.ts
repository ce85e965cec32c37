import { EventEmitter, on } from "node:events";
import pg from "pg";
import type { Logger } from "pino";

/** What every server hears when a case has changed: which, and its new version. */
export interface CaseSignal {
  readonly caseId: string;
  readonly version: number;
}

export interface Signals {
  /** Signals from now on, until the abort. A reader that falls behind misses none: they wait for it. */
  cases(until: AbortSignal): AsyncIterable<CaseSignal>;
  close(): Promise<void>;
}

const RETRY_MS = 1000;

/**
 * Listens on a connection of its own, which must reach PostgreSQL directly. When it is lost it is opened again; what
 * changed meanwhile is not told again, so whoever listens reads anew after a reconnect of theirs.
 */
export async function listenForSignals(url: string, channel: string, log: Logger): Promise<Signals> {
  const heard = new EventEmitter({ captureRejections: false });
  heard.setMaxListeners(0);
  let closing = false;
  let client: pg.Client | null = null;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: "redress signals" });
    fresh.on("notification", ({ payload }) => {
      const signal = readSignal(payload ?? "");
      if (signal !== null) heard.emit("case", signal);
    });
    fresh.on("error", () => undefined);
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
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
        return;
      } catch (error) {
        log.warn({ err: error }, "signals: the database does not answer; trying again");
      }
    }
  }

  await connect();
  return {
    async *cases(until) {
      try {
        for await (const [signal] of on(heard, "case", { signal: until })) yield signal as CaseSignal;
      } catch (error) {
        // The abort is how a listener leaves.
        if (!until.aborted) throw error;
      }
    },
    async close() {
      closing = true;
      await client?.end();
    },
  };
}

function readSignal(payload: string): CaseSignal | null {
  const parsed: unknown = JSON.parse(payload);
  if (typeof parsed !== "object" || parsed === null || !("caseId" in parsed) || !("version" in parsed)) return null;
  const { caseId, version } = parsed;
  return typeof caseId === "string" && typeof version === "number" ? { caseId, version } : null;
}
