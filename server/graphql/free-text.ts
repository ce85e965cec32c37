import { maskCardNumbers } from "../kernel/card-text.ts";
import { cleanText } from "../kernel/clean-text.ts";
import { badInput } from "./cursor.ts";

/**
 * What a person wrote, as it may be stored: no control or direction characters, one spelling of each letter, and whatever
 * looks like a full card number or a security code masked. Too long or empty is the caller's mistake, named by its field.
 */
export function freeText(field: string, text: string, longest = 4000): string {
  const cleaned = cleanText(text, longest);
  if (cleaned.ok) return maskCardNumbers(cleaned.value);
  throw badInput(
    cleaned.error.code === "EMPTY"
      ? `\`${field}\` must not be empty.`
      : `\`${field}\` must not be longer than ${longest} characters.`,
  );
}

/** The same for a text that may be left out; empty counts as left out. */
export function optionalText(field: string, text: string | null | undefined, longest = 4000): string | null {
  return text == null || text.trim() === "" ? null : freeText(field, text, longest);
}
