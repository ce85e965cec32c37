import { type Result, refused } from "../../kernel/result.ts";
import type { RowProblem } from "./import-problem.ts";

/** A line that is no record of the file, as a row with one reason. */
export function brokenRow(why: "QUOTE_NOT_CLOSED" | "ROW_TOO_LARGE"): Result<never, readonly RowProblem[]> {
  return refused([
    why === "QUOTE_NOT_CLOSED"
      ? { column: null, code: "QUOTE_NOT_CLOSED" }
      : { column: null, code: "ROW_TOO_LARGE", maxBytes: 16 * 1024 },
  ]);
}
