/**
 * As `Promise.all`, but waits for everything, also where some of it fails: what is still under way when a transaction is
 * rolled back would write behind its back.
 */
export async function together<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** One after the other. */
export async function inOrder<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const one of list) results.push(await work(one));
  return results;
}

/** So many at once, each as soon as there is room; none is begun after one has failed. */
export async function someAtATime<T>(most: number, list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values();
  let failed = false;
  const takeTurns = async () => {
    for (const one of left) {
      if (failed) return;
      try {
        await work(one);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await together(Array.from({ length: most }, takeTurns));
}
