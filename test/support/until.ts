import { setTimeout as wait } from "node:timers/promises";

/** Waits until it holds; says in the end what it last was. */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  withinMs: number,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) {
      const shown = JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part));
      throw new Error(`${what} did not come in ${withinMs} ms: ${shown}`);
    }
    await wait(50);
  }
}
