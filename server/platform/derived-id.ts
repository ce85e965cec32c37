import type { Id } from "../kernel/ids.ts";
import { sha256 } from "./journal.ts";

/** A UUID (version 8) that the same words give again, e.g. the idempotency key of work that a clock or a ticket causes. */
export function derivedId(...words: readonly string[]): Id {
  const hex = sha256(JSON.stringify(words));
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
