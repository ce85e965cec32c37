import type { WallClock } from "../../server/platform/wall-clock.ts";

/** The wall's own time, until a test moves it on. Log-in does not follow: a session's life is counted by the wall. */
export class TestClock implements WallClock {
  private aheadMs = 0;

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  advance({ days = 0, hours = 0, minutes = 0 }: { days?: number; hours?: number; minutes?: number }): void {
    this.aheadMs += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }
}
