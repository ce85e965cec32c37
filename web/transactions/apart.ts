const minute = 60_000;
const hour = 60 * minute;

/** How far one payment lies from another, in the unit that tells most; `later` or `earlier` is what the other is. */
export function apart(
  from: string,
  other: string,
): { readonly unit: "seconds" | "minutes" | "hours"; readonly count: number; readonly way: "Later" | "Earlier" } {
  const ms = Date.parse(other) - Date.parse(from);
  const way = ms < 0 ? "Earlier" : "Later";
  const long = Math.abs(ms);
  if (long < 2 * minute) return { unit: "seconds", count: Math.round(long / 1000), way };
  if (long < 2 * hour) return { unit: "minutes", count: Math.round(long / minute), way };
  return { unit: "hours", count: Math.round(long / hour), way };
}
