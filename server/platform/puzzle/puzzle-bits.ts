/** Up to how much asking nobody has to solve anything: by one address, and by all together. */
export interface Calm {
  readonly own: number;
  readonly all: number;
}

/** Of a process that serves nobody, or one of a test. */
export const usualCalm: Calm = { own: 60, all: 1200 };

/** A tenth of a second on a telephone to begin with, some ten seconds at the most: a flood pays, a person hardly waits. */
const fewestBits = 12;
const mostBits = 17;

/** How hard a puzzle has to be: none while it is calm, and twice the work each time the rush doubles. */
export function puzzleBits(asked: Calm, calm: Calm): number | null {
  const over = Math.max(asked.own / Math.max(calm.own, 1), asked.all / Math.max(calm.all, 1));
  if (asked.own <= calm.own && asked.all <= calm.all) return null;
  return Math.min(mostBits, fewestBits + Math.max(0, Math.floor(Math.log2(over))));
}
