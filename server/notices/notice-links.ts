import { caseLinkToken } from "../cases/case-link.ts";
import { sha256 } from "../platform/journal.ts";
import type { Signing } from "../platform/signing.ts";
import { answerToken } from "./answer-token.ts";
import { noticeRules } from "./domain/notice-rules.ts";
import type { NoticeLink } from "./domain/notice-to-write.ts";
import type { NoticeKind } from "./domain/words.ts";

/** What the links of a notice are made of. */
export interface LinkSource {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly link: NoticeLink | null;
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly linkKey: string | null;
    readonly linkHash: string | null;
  } | null;
}

/**
 * The links of a notice, made when it is sent. A customer's is that of their case as it is then: one that was renewed
 * meanwhile is the new one, and one that the desk cannot make is left out rather than sent broken.
 */
export function linksOf(source: LinkSource, signing: Signing, base: string) {
  const { to, asksAnswer } = noticeRules[source.kind];
  const answerLink = asksAnswer ? `${base}/n/${answerToken(signing, source.id)}` : null;
  return { answerLink, link: linkOf(source, to === "CUSTOMER", signing, base) };
}

function linkOf(source: LinkSource, toCustomer: boolean, signing: Signing, base: string): string | null {
  const { link, case: about } = source;
  if (link !== null) {
    return base + link.path + (link.token === undefined ? "" : signing.sign(link.token.purpose, ...link.token.words));
  }
  if (about === null) return null;
  if (!toCustomer) return `${base}/cases/${about.number}`;
  if (about.linkKey === null) return null;
  const token = caseLinkToken(signing, about.id, about.linkKey);
  return sha256(token) === about.linkHash ? `${base}/r/${token}` : null;
}
