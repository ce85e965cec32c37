import type { PuzzleGiven } from "./puzzle-given.ts";
import { solvePiece } from "./solve-piece.ts";

/** Beside the page, so that it can still be read and written in meanwhile. Tells each piece as it is found. */
addEventListener("message", ({ data: { seed, bits, pieces } }: MessageEvent<PuzzleGiven>) => {
  for (let piece = 0; piece < pieces; piece++) postMessage(solvePiece(seed, piece, bits));
});
