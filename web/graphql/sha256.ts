const roundConstants = fractionsOfRoots(64, 3);
const begin = fractionsOfRoots(8, 2);
const encoder = new TextEncoder();

/**
 * SHA-256 as hex. The browser's own exists only on https and localhost, and a desk is also opened by its address in the
 * local network; what is hashed here are the texts of our operations, a few kilobytes.
 */
export function sha256(text: string): string {
  return Array.from(sha256Words(text), (word) => word.toString(16).padStart(8, "0")).join("");
}

/** The same as eight numbers of 32 bits. */
export function sha256Words(text: string): Uint32Array {
  const words = padded(encoder.encode(text));
  const state = begin.slice();
  for (let from = 0; from < words.length; from += 16) mixBlock(state, words.subarray(from, from + 16));
  return state;
}

/** The bytes as words, the first of each the highest, then a one, zeros, and the length in bits. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  for (let i = 0; i < bytes.length; i++) words[i >> 2] = at(words, i >> 2) | ((bytes[i] ?? 0) << (24 - (i & 3) * 8));
  words[bytes.length >> 2] = at(words, bytes.length >> 2) | (0x80 << (24 - (bytes.length & 3) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const schedule = new Uint32Array(64);

/** One block of 16 words. Written with plain variables: the puzzles of the customer's form go through it a hundred thousand times. */
function mixBlock(state: Uint32Array, block: Uint32Array): void {
  schedule.set(block);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [at(schedule, i - 15), at(schedule, i - 2)];
    const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    schedule[i] = at(schedule, i - 16) + low + at(schedule, i - 7) + high;
  }
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let i = 0; i < 64; i++) {
    const sums = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const first = (h + sums + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(schedule, i)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
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
