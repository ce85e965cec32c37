/** Lets so many run at once in this process, and so many more wait for their turn; null for whoever comes beyond those. */
export function atMost(slots: number, waiters: number): <T>(work: () => Promise<T>) => Promise<T> | null {
  let running = 0;
  const waiting: (() => void)[] = [];
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < slots) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  }
  return (work) => (running >= slots && waiting.length >= waiters ? null : inTurn(work));
}
