import { createHash, randomBytes } from "node:crypto";

/** What every chain begins with. */
export const chainStart = "0".repeat(64);

export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The link after `previous`: SHA-256 over the previous link and the content as canonical JSON. */
export function chainHash(previous: string, content: unknown): string {
  return sha256(`${previous}\n${canonicalJson(content)}`);
}

/** JSON with sorted keys, instants in ISO 8601 and bigints as text, so that equal content has one spelling. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === "bigint") return JSON.stringify(String(value));
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** A text's hash for the chain, with a salt kept beside the text: when the text is erased, nobody can guess it from the hash. */
export function saltedHash(text: string): { readonly salt: string; readonly hash: string } {
  const salt = randomBytes(16).toString("hex");
  return { salt, hash: sha256(salt + text) };
}
