import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** One instruction that the acquirer has taken or refused. There is at most one for a key, whatever is sent. */
export interface BookEntry {
  readonly key: string;
  readonly kind: string;
  readonly original: string;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly takenAt: number;
  /** When what was taken is done; null: refused on arrival. */
  readonly doneAt: number | null;
  /** Why it is refused, on arrival or when it should be done; null: the money moves. */
  readonly code: string | null;
}

export type EntryStatus = "PROCESSING" | "SETTLED" | "DECLINED";

export function statusOf({ doneAt, code }: BookEntry, now: number): EntryStatus {
  if (doneAt === null) return "DECLINED";
  if (now < doneAt) return "PROCESSING";
  return code === null ? "SETTLED" : "DECLINED";
}

/**
 * What the acquirer has done, written down before it answers. With a file, one line an entry, it survives a kill; how
 * often each key was sent is counted in memory only.
 */
export class Book {
  private readonly entries = new Map<string, BookEntry>();
  private readonly sent = new Map<string, number>();
  private readonly file: string | null;

  constructor(file: string | null) {
    this.file = file;
    if (file === null || !existsSync(file)) return;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      // A line that a kill cut short was never answered for.
      if (!line.endsWith("}")) continue;
      const entry: BookEntry = JSON.parse(line);
      this.entries.set(entry.key, entry);
    }
  }

  find(key: string): BookEntry | undefined {
    return this.entries.get(key);
  }

  /** Counts a request under this key; true when it is not the first. */
  hear(key: string): boolean {
    const before = this.sent.get(key) ?? 0;
    this.sent.set(key, before + 1);
    return before > 0;
  }

  /** Writes the entry, unless the key has one: then that one stands. */
  write(entry: BookEntry): BookEntry {
    const known = this.entries.get(entry.key);
    if (known !== undefined) return known;
    if (this.file !== null) appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
    this.entries.set(entry.key, entry);
    return entry;
  }

  /** Everything written, with how often each key was sent. */
  all(now: number) {
    return [...this.entries.values()].map((entry) => ({
      ...entry,
      status: statusOf(entry, now),
      sent: this.sent.get(entry.key) ?? 0,
    }));
  }

  /** How often a key was sent, also where nothing was taken. */
  heard(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.sent);
  }

  get size(): number {
    return this.entries.size;
  }
}
