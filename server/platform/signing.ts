import { createHmac, hkdfSync } from "node:crypto";

/** What this desk signs. Each purpose has a key of its own, so that what was made for one says nothing in another. */
export type SigningPurpose = "case link" | "puzzle" | "notice answer" | "staff invitation" | "webhook secret";

/** Texts that only this desk can make, and makes again the same. */
export interface Signing {
  /** 32 bytes as base64url. */
  sign(purpose: SigningPurpose, ...words: readonly string[]): string;
}

/** Keys are derived from the desk's secret, which is the same in every process of it. */
export function openSigning(authSecret: string): Signing {
  return {
    sign(purpose, ...words) {
      const key = Buffer.from(hkdfSync("sha256", authSecret, "", `redress ${purpose}`, 32));
      return createHmac("sha256", key).update(JSON.stringify(words)).digest("base64url");
    },
  };
}
