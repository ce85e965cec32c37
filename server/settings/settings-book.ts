import { keepDeskTimeZone } from "../kernel/desk-day.ts";
import type { Db } from "../platform/database/database.ts";
import type { Log } from "../platform/log-line.ts";
import type { Signals } from "../platform/signals.ts";
import type { StoredSettings } from "./domain/desk-settings.ts";
import { readSettings } from "./queries/read-settings.ts";

/** The desk's settings as every process keeps them: read once, and anew when some process says that they have changed. */
export interface SettingsBook {
  current(): Promise<StoredSettings>;
  /** Reads them anew. Whoever has changed them waits for it, so that their own next page shows it. */
  renew(): Promise<StoredSettings>;
  close(): void;
}

/** Opens the book and reads it; the day at the desk goes by its time zone from then on, in this process. */
export async function openSettingsBook(db: Db, signals: Signals, log: Log): Promise<SettingsBook> {
  const closing = new AbortController();
  let kept: Promise<StoredSettings> | null = null;

  function renew(): Promise<StoredSettings> {
    const reading = read();
    kept = reading;
    // What could not be read is not kept; the next who asks reads again, and is told why where it fails again.
    reading.catch(() => {
      if (kept === reading) kept = null;
    });
    return reading;
  }

  async function read(): Promise<StoredSettings> {
    const found = await readSettings(db);
    keepDeskTimeZone(found.timeZone);
    return found;
  }

  async function listen(): Promise<void> {
    for await (const signal of signals.desk(closing.signal))
      if (signal.kind === "SETTINGS")
        await renew().catch((error: unknown) => log.warn({ err: error }, "settings: could not be read anew"));
  }

  // It listens before it reads: no change falls between the two.
  void listen();
  await renew();
  return { current: () => kept ?? renew(), renew, close: () => closing.abort() };
}
