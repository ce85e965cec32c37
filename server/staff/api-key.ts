import { createHash, randomBytes } from "node:crypto";

const PREFIX = "redress_";

/** A fresh key. It is shown once; the desk keeps its hash. The prefix lets scanners of leaked secrets know it. */
export function newApiKey(): string {
  return PREFIX + randomBytes(32).toString("base64url");
}

/** Null for a text that cannot be a key, which is then not looked for. */
export function hashApiKey(key: string): string | null {
  return /^redress_[\w-]{43}$/.test(key) ? createHash("sha256").update(key).digest("hex") : null;
}
