/** How many tries somebody has at once, and how fast they come back. */
export interface TryLimit {
  readonly most: number;
  readonly oneBackEveryMs: number;
}

interface Left {
  tries: number;
  at: number;
}

/** So many are remembered; whoever has not tried for the longest is forgotten first. */
const mostRemembered = 10_000;

/**
 * Counts tries by whoever makes them, in this process. Against guessing, not against a flood: with several servers each
 * gives its own tries, and what is guessed at must be hard enough for that.
 */
export class TryCounter {
  private readonly known = new Map<string, Left>();
  private readonly limit: TryLimit;

  constructor(limit: TryLimit) {
    this.limit = limit;
  }

  /** Whether there is a try left; takes none. */
  mayTry(who: string, now: Date): boolean {
    return this.leftOf(who, now) >= 1;
  }

  count(who: string, now: Date): void {
    const tries = Math.max(0, this.leftOf(who, now) - 1);
    this.known.delete(who);
    this.known.set(who, { tries, at: now.getTime() });
    if (this.known.size > mostRemembered) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
  }

  private leftOf(who: string, now: Date): number {
    const { most, oneBackEveryMs } = this.limit;
    const left = this.known.get(who);
    if (left === undefined) return most;
    return Math.min(most, left.tries + Math.max(0, now.getTime() - left.at) / oneBackEveryMs);
  }
}
