/** Where the time comes from. Tests and the demo hand in their own. */
export interface WallClock {
  now(): Date;
}

export const systemClock: WallClock = { now: () => new Date() };
