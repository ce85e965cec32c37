const hour = 3_600_000;
const waits = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000] as const;

/** How long to leave the provider alone after asking so many times about the same instruction. */
export function waitBeforeAsking(askedTimes: number): number {
  return waits[Math.max(askedTimes, 0)] ?? hour;
}
