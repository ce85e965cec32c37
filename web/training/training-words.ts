import type { introspection } from "../../schema/graphql-env.d.ts";

type Types = introspection["types"];
type Word<Name extends keyof Types> = Types[Name] extends { readonly enumValues: infer Values }
  ? Values & string
  : never;

export type Standing = Word<"TrainingStanding">;
export type RecordState = Word<"TrainingRecordState">;

/** One cell of the matrix as the server writes it: a letter, and the days that belong to it. */
export interface Cell {
  readonly standing: Standing;
  readonly days: number | null;
}

const standingOf: Readonly<Record<string, Standing>> = {
  V: "VALID",
  L: "LAPSING",
  A: "ASSIGNED",
  O: "OVERDUE",
  X: "LAPSED",
  M: "MISSING",
  "-": "NOT_NEEDED",
};

export function readCells(cells: string): readonly Cell[] {
  return cells.split(",").map((text) => {
    const standing = standingOf[text.charAt(0)];
    if (standing === undefined) throw new Error(`"${text}" is no cell of the matrix`);
    return { standing, days: text.length > 1 ? Number(text.slice(1)) : null };
  });
}

export const isGap = ({ standing }: Cell) => standing === "OVERDUE" || standing === "LAPSED" || standing === "MISSING";

/** Can whoever has this cell do what the course opens? */
export const holdsNow = ({ standing }: Cell) => standing === "VALID" || standing === "LAPSING";
export const holdsIn = (cell: Cell, days: number) =>
  cell.standing === "VALID" || (cell.standing === "LAPSING" && (cell.days ?? 0) >= days);
