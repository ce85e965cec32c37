import type { PuzzleGiven } from "./puzzle-given.ts";
import { solvePiece } from "./solve-piece.ts";

/** Finds all numbers in a thread of their own; `onPiece` hears how many of them there are. */
export function solvePuzzle(puzzle: PuzzleGiven, onPiece: (found: number) => void): Promise<number[]> {
  const worker = openWorker();
  if (worker === null) return solveHere(puzzle, onPiece);
  return new Promise<number[]>((resolve, reject) => {
    const found: number[] = [];
    worker.addEventListener("error", () => reject(new Error("The worker did not start")));
    worker.addEventListener("message", ({ data }: MessageEvent<number>) => {
      found.push(data);
      onPiece(found.length);
      if (found.length === puzzle.pieces) resolve(found);
    });
    worker.postMessage(puzzle);
  })
    .catch(() => solveHere(puzzle, onPiece))
    .finally(() => worker.terminate());
}

function openWorker(): Worker | null {
  if (typeof Worker === "undefined") return null;
  return new Worker(new URL("./solve.worker.ts", import.meta.url), { type: "module" });
}

/** Where there are no threads: piece by piece, with the page drawn in between. */
async function solveHere(puzzle: PuzzleGiven, onPiece: (found: number) => void): Promise<number[]> {
  const found: number[] = [];
  while (found.length < puzzle.pieces) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    found.push(solvePiece(puzzle.seed, found.length, puzzle.bits));
    onPiece(found.length);
  }
  return found;
}
