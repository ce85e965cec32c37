import { sha256 } from "../platform/journal.ts";
import type { Signing } from "../platform/signing.ts";

/** How long a link lives at most; it ends half a year after its case (`find-customer.ts`). */
const linkDays = 3 * 365;

/** A customer's private link, as it is made. The case keeps `key`, `hash` and `expiresAt`, never the token. */
export interface CaseLink {
  readonly key: string;
  readonly token: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

/**
 * A private link of a case under this key; the desk can make it again, for each notice that leads to the case, and a copied
 * database gives no links. A new key is a new link: the old one opens nothing once the case keeps the new one's hash.
 */
export function makeCaseLink(signing: Signing, caseId: string, key: string, now: Date): CaseLink {
  const token = caseLinkToken(signing, caseId, key);
  return { key, token, hash: sha256(token), expiresAt: new Date(now.getTime() + linkDays * 86_400_000) };
}

export function caseLinkToken(signing: Signing, caseId: string, key: string): string {
  return signing.sign("case link", caseId, key);
}
