import type { FileProblem } from "./import-problem.ts";

/** What the reader of a heading gives where there is none. */
export type NoHeader =
  | { readonly kind: "EMPTY" }
  | ({ readonly kind: "NOT_TEXT" } & Omit<Extract<FileProblem, { code: "NOT_TEXT" }>, "code">)
  | ({ readonly kind: "NOT_UTF8" } & Omit<Extract<FileProblem, { code: "NOT_UTF8" }>, "code">);

export function fileProblemOf(answer: NoHeader): FileProblem {
  switch (answer.kind) {
    case "EMPTY":
      return { code: "EMPTY" };
    case "NOT_TEXT":
      return { code: "NOT_TEXT", looksLike: answer.looksLike };
    case "NOT_UTF8":
      return { code: "NOT_UTF8", looksLike: answer.looksLike, line: answer.line };
  }
}
