import { createHash } from "node:crypto";

export interface GivenPuzzle {
  readonly token: string;
  readonly seed: string;
  readonly bits: number;
  readonly pieces: number;
}

/** As an integrator would do it who has only read the schema. */
export function solve({ token, seed, bits, pieces }: GivenPuzzle): {
  readonly token: string;
  readonly answers: number[];
} {
  return { token, answers: Array.from({ length: pieces }, (_, piece) => solvePiece(seed, piece, bits)) };
}

function solvePiece(seed: string, piece: number, bits: number): number {
  for (let answer = 0; ; answer++) {
    const hash = createHash("sha256").update(`${seed}:${piece}:${answer}`).digest("hex");
    const head = BigInt(`0x${hash}`) >> BigInt(256 - bits);
    if (head === 0n) return answer;
  }
}
