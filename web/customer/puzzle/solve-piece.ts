import { sha256Words } from "../../graphql/sha256.ts";

/** The first number whose hash begins with so many zero bits; the server asks the same of it (`platform/puzzle`). */
export function solvePiece(seed: string, piece: number, bits: number): number {
  for (let answer = 0; ; answer++) {
    const [first = 0] = sha256Words(`${seed}:${piece}:${answer}`);
    if (first >>> (32 - bits) === 0) return answer;
  }
}
