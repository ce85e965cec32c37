const roundConstants = fractionsOfRoots(64, 3);

/**
 * SHA-256 as hex. The browser's own exists only on https and localhost, and a desk is also opened by its address in the
 * local network; what is hashed here are the texts of our operations, a few kilobytes.
 */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const state = fractionsOfRoots(8, 2);
  for (let at = 0; at < words.length; at += 16) mixBlock(state, words.subarray(at, at + 16));
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  const view = new DataView(words.buffer);
  for (const [index, byte] of bytes.entries()) view.setUint8(index, byte);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(words.byteLength - 4, bytes.length * 8);
  return words.map((_, at) => view.getUint32(at * 4));
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));
const at = (words: Uint32Array, index: number) => words[index] ?? 0;

function mixBlock(state: Uint32Array, block: Uint32Array): void {
  const schedule = new Uint32Array(64);
  schedule.set(block);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [at(schedule, i - 15), at(schedule, i - 2)];
    const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    schedule[i] = at(schedule, i - 16) + low + at(schedule, i - 7) + high;
  }
  const turn = state.slice();
  for (let i = 0; i < 64; i++) {
    const [a, b, c, e, f, g] = [at(turn, 0), at(turn, 1), at(turn, 2), at(turn, 4), at(turn, 5), at(turn, 6)];
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first =
      at(turn, 7) + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + at(roundConstants, i) + at(schedule, i);
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
    turn.copyWithin(1, 0, 7);
    turn[4] = at(turn, 4) + first;
    turn[0] = first + second;
  }
  turn.forEach((word, i) => {
    state[i] = at(state, i) + word;
  });
}

/** The first 32 bits behind the point of the square or cube roots of the first primes: the algorithm's constants, derived rather than copied. */
function fractionsOfRoots(count: number, root: 2 | 3): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => {
    const value = root === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
    return (value % 1) * 2 ** 32;
  });
}
