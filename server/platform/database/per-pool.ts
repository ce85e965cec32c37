import type pg from "pg";

/** Something of each pool's own, made when it is first asked for, and gone with it. */
export function perPool<Kept>(make: () => Kept): (pool: pg.Pool) => Kept {
  const kept = new WeakMap<pg.Pool, Kept>();
  return (pool) => {
    const found = kept.get(pool) ?? make();
    kept.set(pool, found);
    return found;
  };
}
