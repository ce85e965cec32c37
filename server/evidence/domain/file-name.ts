import { maskCardNumbers } from "../../kernel/card-text.ts";
import { cleanText } from "../../kernel/clean-text.ts";
import { endingOf, type MediaType } from "./media-types.ts";

const longest = 100;
/** File systems refuse the first, nobody sees the others. */
const unusual = /["*:<>?|\u200b-\u200f\u2028\u2029\ufeff]/gu;

/**
 * A file's name as it may be kept: without folders, marks that turn it around, and card numbers. Without its ending too,
 * which is told from the content when that is there.
 */
export function cleanFileName(name: string): string {
  const last = name.slice(-1000).split(/[\\/]/).at(-1) ?? "";
  const cleaned = cleanText(last.replace(unusual, " "), Number.POSITIVE_INFINITY);
  const plain = (cleaned.ok ? cleaned.value : "")
    .replace(/\s+/g, " ")
    .replace(/\.(?=\d*[A-Za-z])[A-Za-z0-9]{1,8}$/, "");
  const masked = maskCardNumbers(plain)
    .replaceAll("*", "x")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return Array.from(masked).slice(0, longest).join("").trim() || "file";
}

export function fileNameOf(cleaned: string, mediaType: MediaType): string {
  return `${cleaned}.${endingOf[mediaType]}`;
}
