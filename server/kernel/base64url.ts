// Both are in every runtime; the pure project has neither DOM nor Node types to say so.
declare const btoa: (binary: string) => string;
declare const atob: (base64: string) => string;

/** Encodes ASCII text for an address or an identifier. */
export function toBase64Url(ascii: string): string {
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Null for whatever `toBase64Url` would not have written. */
export function fromBase64Url(encoded: string): string | null {
  try {
    const ascii = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return toBase64Url(ascii) === encoded ? ascii : null;
  } catch {
    // The text comes from outside: not being base64 is an answer, not a fault.
    return null;
  }
}
