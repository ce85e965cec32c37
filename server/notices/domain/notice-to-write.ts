import type { KeptFields } from "./notice-fields.ts";
import type { NoticeChannel, NoticeKind } from "./words.ts";

/** Which key signs a link's token. Each is a purpose of `platform/signing.ts`. */
export type LinkPurpose = "case link" | "staff invitation";

/**
 * Where a notice's link leads. `token` says of what words the token is made when the notice is sent, so that the outbox
 * holds none. Without a link, a notice about a case leads to that case: a customer by their private link, others in the console.
 */
export interface NoticeLink {
  /** From the desk's address on, e.g. "/learn/abc"; the token comes behind it. */
  readonly path: string;
  readonly token?: { readonly purpose: LinkPurpose; readonly words: readonly string[] };
}

/** Who reads it. Contacts are looked up in the transaction that writes it. */
export type NoticeReader =
  | { readonly customerOfCase: string }
  | { readonly staffId: string }
  /** Everybody who answers for this merchant or bank. */
  | { readonly merchantId: string }
  | { readonly institutionId: string }
  /** Somebody whom the desk does not know yet, e.g. who is invited. */
  | { readonly email: string; readonly locale: "zh-CN" | "en" };

/** A notice that some room asks the outbox to take. */
export interface NoticeToWrite {
  readonly kind: NoticeKind;
  readonly reader: NoticeReader;
  readonly fields: KeptFields;
  readonly caseId?: string;
  readonly link?: NoticeLink;
  /** Fewer channels than the kind's own, e.g. only where the reader asked for it. */
  readonly over?: readonly NoticeChannel[];
  /** The same key writes once, e.g. `training due ${recordId} ${day}`. */
  readonly writeKey?: string;
}
