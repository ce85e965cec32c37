/** A filter of cases as plain JSON: amounts as text, instants as ISO 8601, ids as the wire has them. */
export type StoredFilter = Readonly<Record<string, unknown>>;

/** What JSON has no word for, and how each is read back. */
const revivers: Readonly<Record<string, (text: string) => unknown>> = {
  amountAtLeastMinor: BigInt,
  amountAtMostMinor: BigInt,
  dueBefore: (text) => new Date(text),
};

export function storeFilter(filter: object): StoredFilter {
  const kept = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept.map(([name, value]) => [name, plain(value)]));
}

export function reviveFilter(stored: StoredFilter): StoredFilter {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => {
      const revive = revivers[name];
      return [name, revive === undefined || typeof value !== "string" ? value : revive(value)];
    }),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return value instanceof Date ? value.toISOString() : value;
}
