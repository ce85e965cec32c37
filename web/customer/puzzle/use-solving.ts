import type { TadaDocumentNode } from "gql.tada";
import { useState } from "react";
import { type Answer, ask } from "../customer-client.ts";
import { useReader } from "../texts/reader.ts";
import type { PuzzleGiven } from "./puzzle-given.ts";
import { solvePuzzle } from "./solve-puzzle.ts";

export interface Solution {
  readonly token: string;
  readonly answers: number[];
}

/** How far the calculation is; null while there is none. */
export type Solving = { readonly found: number; readonly pieces: number } | null;

interface Request<Data, Variables> {
  readonly document: TadaDocumentNode<Data, Variables>;
  readonly variables: (solution: Solution | null) => Variables;
  /** The puzzle that an answer asks for, where it does. */
  readonly puzzleIn: (data: Data) => PuzzleGiven | null;
}

/** A puzzle can run out while a slow telephone works on it; then there is another. */
const mostPuzzles = 3;

/** Asks what anybody may ask. Where the desk wants a calculation first, it is done and the same is asked again. */
export function useSolving() {
  const { language } = useReader();
  const [solving, setSolving] = useState<Solving>(null);

  async function askSolving<Data, Variables>(request: Request<Data, Variables>): Promise<Answer<Data>> {
    const { document, variables, puzzleIn } = request;
    let answer = await ask({ language }, document, variables(null));
    for (let turn = 0; turn < mostPuzzles; turn++) {
      const puzzle = answer.kind === "answered" ? puzzleIn(answer.data) : null;
      if (puzzle === null) break;
      const { token, pieces } = puzzle;
      setSolving({ found: 0, pieces });
      const answers = await solvePuzzle(puzzle, (found) => setSolving({ found, pieces }));
      answer = await ask({ language }, document, variables({ token, answers }));
    }
    setSolving(null);
    return answer;
  }
  return { solving, askSolving };
}
