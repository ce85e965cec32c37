import type { Db } from "../database/database.ts";
import type { Signing } from "../signing.ts";
import type { WallClock } from "../wall-clock.ts";
import { isSolved, makePuzzle, type Puzzle, type PuzzleSolution, readPuzzle } from "./puzzle.ts";
import { type Calm, puzzleBits } from "./puzzle-bits.ts";
import { Rush } from "./rush.ts";

/** A request that anybody can send. */
export interface Asked {
  /** What for: a puzzle that was solved for one purpose does not open another. */
  readonly purpose: string;
  readonly who: string;
  readonly solution: PuzzleSolution | null;
}

/** Against a flood: who asks much has to work for it. Nothing is sent to anybody else for that, and no picture is read. */
export interface Puzzles {
  /** What has to be solved first; null where the request may go on. A solution opens once. */
  demand(asked: Asked): Promise<Puzzle | null>;
}

const livesMs = 5 * 60_000;

export function openPuzzles(
  parts: { readonly db: Db; readonly signing: Signing; readonly clock: WallClock },
  calm: Calm,
): Puzzles {
  const { db, signing, clock } = parts;
  const own = new Rush({ halfLifeMs: 10 * 60_000 });
  const all = new Rush({ halfLifeMs: 60_000 });

  async function takes(purpose: string, { token, answers }: PuzzleSolution, now: Date): Promise<boolean> {
    const puzzle = readPuzzle(signing, purpose, token);
    if (puzzle === null || puzzle.expiresAt <= now || !isSolved(puzzle, answers)) return false;
    return spend(db, puzzle, now);
  }

  return {
    async demand({ purpose, who, solution }) {
      const now = clock.now();
      // Each puzzle was asked for once, so what comes with its solution has been counted.
      if (solution !== null && (await takes(purpose, solution, now))) return null;
      const bits = puzzleBits({ own: own.count(who, now), all: all.count("all", now) }, calm);
      return bits === null
        ? null
        : makePuzzle(signing, { purpose, bits, expiresAt: new Date(now.getTime() + livesMs) });
    },
  };
}

/** True for the first who brings it. What has expired goes on the way, so that the table stays as small as the last minutes. */
async function spend(db: Db, { seed, expiresAt }: Puzzle, now: Date): Promise<boolean> {
  const spent = await db
    .with("gone", (gone) => gone.deleteFrom("spent_puzzle").where("expires_at", "<=", now))
    .insertInto("spent_puzzle")
    .values({ seed, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column("seed").doNothing())
    .executeTakeFirst();
  return spent.numInsertedOrUpdatedRows === 1n;
}
