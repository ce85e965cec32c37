interface Counted {
  readonly asked: number;
  readonly at: number;
}

/** So many are remembered; whoever has not asked for the longest is forgotten first. */
const mostRemembered = 10_000;

/** How much somebody has asked lately: what lies one half-life back counts half. In this process, as `TryCounter` does. */
export class Rush {
  private readonly known = new Map<string, Counted>();
  private readonly halfLifeMs: number;

  constructor({ halfLifeMs }: { readonly halfLifeMs: number }) {
    this.halfLifeMs = halfLifeMs;
  }

  /** Counts this time too. */
  count(who: string, now: Date): number {
    const asked = this.of(who, now) + 1;
    this.known.delete(who);
    this.known.set(who, { asked, at: now.getTime() });
    if (this.known.size > mostRemembered) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
    return asked;
  }

  private of(who: string, now: Date): number {
    const known = this.known.get(who);
    if (known === undefined) return 0;
    return known.asked * 2 ** (-Math.max(0, now.getTime() - known.at) / this.halfLifeMs);
  }
}
