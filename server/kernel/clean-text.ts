import { done, type Result, refused } from "./result.ts";

export type TextProblem =
  | { readonly code: "EMPTY" }
  | { readonly code: "TOO_LONG"; readonly max: number; readonly length: number };

// Control characters but tab and line feed, marks that reorder what is read, and halves of characters:
// PostgreSQL refuses the first, a reader is deceived by the second, and the third cannot be sent as UTF-8.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
const edges = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** Makes text from outside fit to be stored and shown: harmless, composed, trimmed, and at most `max` characters. */
export function cleanText(text: string, max: number): Result<string, TextProblem> {
  const clean = text.replace(/\r\n?/g, "\n").replace(unwanted, "").normalize("NFC").replace(edges, "");
  if (clean === "") return refused({ code: "EMPTY" });
  const { length } = Array.from(clean);
  return length > max ? refused({ code: "TOO_LONG", max, length }) : done(clean);
}
