import DataLoader from "dataloader";

/** How a kind of row is read in one statement for many keys. Declared once beside its query, used through `Loaders.for`. */
export interface LoaderOf<C, K, V> {
  readonly batch: (context: C, keys: readonly K[]) => Promise<readonly (V | Error)[]>;
  readonly keyOf?: (key: K) => string;
}

/** The loaders of one request, made when first asked for. */
export class Loaders<C> {
  private readonly made = new Map<unknown, unknown>();
  private readonly context: C;

  constructor(context: C) {
    this.context = context;
  }

  load<K, V>(definition: LoaderOf<C, K, V>, key: K): Promise<V> {
    return this.for(definition).load(key);
  }

  /** What was read in another way is there, and is not read again. */
  keep<K, V>(definition: LoaderOf<C, K, V>, key: K, value: V): void {
    this.for(definition).prime(key, value);
  }

  /** Forgets what was read, so that the next answer of a long-lived context is made of what is there then. */
  clear(): void {
    this.made.clear();
  }

  private for<K, V>(definition: LoaderOf<C, K, V>): DataLoader<K, V, unknown> {
    const known = this.made.get(definition);
    if (known !== undefined) return known as DataLoader<K, V, unknown>;
    const { keyOf } = definition;
    const fresh = new DataLoader<K, V, unknown>(
      (keys) => definition.batch(this.context, keys),
      keyOf === undefined ? {} : { cacheKeyFn: keyOf },
    );
    this.made.set(definition, fresh);
    return fresh;
  }
}

/** Puts rows into the order of their keys; a key without a row gives `otherwise`. */
export function inOrder<K, R, V>(
  keys: readonly K[],
  rows: readonly R[],
  keyOf: (row: R) => K,
  take: (row: R) => V,
  otherwise: V,
): V[] {
  const found = new Map(rows.map((row) => [keyOf(row), take(row)]));
  return keys.map((key) => found.get(key) ?? otherwise);
}

/** Gathers rows by their key, in the order of the keys; a key without rows gives an empty list. */
export function grouped<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): R[][] {
  const groups = new Map<K, R[]>(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
