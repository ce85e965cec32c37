/** What an upload may be at most; told before it begins, and held while it comes in. */
export const fileLimits = {
  bytes: 10 * 1024 * 1024,
  filesPerCase: 20,
  /** The largest photographs that phones take by themselves; a viewer unpacks four bytes for each. */
  pixels: 50_000_000,
  /** In either direction. */
  side: 20_000,
  ticketMinutes: 10,
} as const;
