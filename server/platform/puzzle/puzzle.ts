import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Signing } from "../signing.ts";

/** What has to be worked out before a request is taken. */
export interface Puzzle {
  /** Of this desk's making, for one purpose; sent back with the answers. */
  readonly token: string;
  readonly seed: string;
  readonly bits: number;
  readonly pieces: number;
  readonly expiresAt: Date;
}

export interface PuzzleSolution {
  readonly token: string;
  /** For each piece, in their order, the number that was found. */
  readonly answers: readonly number[];
}

/** Several small pieces rather than one large one: the wait is then much the same each time, and can be shown as it goes. */
const pieces = 8;

export function makePuzzle(
  signing: Signing,
  { purpose, bits, expiresAt }: { readonly purpose: string; readonly bits: number; readonly expiresAt: Date },
): Puzzle {
  const seed = randomBytes(16).toString("base64url");
  const words = [seed, String(bits), String(expiresAt.getTime())];
  const token = [...words, signing.sign("puzzle", purpose, ...words)].join(".");
  return { token, seed, bits, pieces, expiresAt };
}

/** The puzzle behind a token that we made for this purpose; null for any other text. */
export function readPuzzle(signing: Signing, purpose: string, token: string): Puzzle | null {
  const [seed = "", bits = "", expires = "", signature = "", ...more] = token.slice(0, 300).split(".");
  const own = Buffer.from(signing.sign("puzzle", purpose, seed, bits, expires));
  const given = Buffer.from(signature);
  if (more.length > 0 || own.length !== given.length || !timingSafeEqual(own, given)) return null;
  return { token, seed, bits: Number(bits), pieces, expiresAt: new Date(Number(expires)) };
}

/** SHA-256 of `seed:piece:answer` begins with so many zero bits, for every piece. */
export function isSolved({ seed, bits }: Puzzle, answers: readonly number[]): boolean {
  return (
    answers.length === pieces && answers.every((answer, piece) => beginsWithZeros(`${seed}:${piece}:${answer}`, bits))
  );
}

function beginsWithZeros(text: string, bits: number): boolean {
  const first = createHash("sha256").update(text).digest().readUInt32BE(0);
  return first >>> (32 - bits) === 0;
}
