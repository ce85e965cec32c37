import type { RowProblem } from "../../transactions/domain/import-problem.ts";

/** What became of one row of a bank's file; a list says why it was not taken. */
export type RowFate = "ADDED" | "CHANGED" | "SAME" | readonly RowProblem[];
