import type { ResultOf } from "gql.tada";
import { graphql } from "../../graphql/graphql.ts";

/** What the desk wants worked out before it takes a request, where much comes in. */
export const PuzzleFragment = graphql(`
  fragment CustomerPuzzle on Puzzle @_unmask {
    token
    seed
    bits
    pieces
  }
`);

export type PuzzleGiven = ResultOf<typeof PuzzleFragment>;
