import { lookup as lookUp } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

export interface OutsidePost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** For an address that our own settings name; one that somebody typed into a form stays outside. */
  readonly mayBePrivate: boolean;
}

/** What came of it. No redirect is followed: it would lead where nobody has looked. */
export type OutsideAnswer =
  | { readonly kind: "STATUS"; readonly status: number }
  | { readonly kind: "PRIVATE_ADDRESS" }
  | { readonly kind: "UNREACHABLE"; readonly code: string }
  | { readonly kind: "TIMED_OUT" };

class PrivateAddress extends Error {}

/**
 * Posts to somebody else's server. The address is judged as it is connected to, not beforehand: a name that answers with
 * a public address when it is looked at and with a private one a moment later does not get through.
 */
export function postOutside(post: OutsidePost): Promise<OutsideAnswer> {
  const url = new URL(post.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!post.mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.resolve({ kind: "PRIVATE_ADDRESS" });
  const timeout = AbortSignal.timeout(post.timeoutMs);
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const options = {
      method: "POST",
      headers: { ...post.headers, "content-length": String(Buffer.byteLength(post.body)) },
      lookup: post.mayBePrivate ? undefined : publicLookup,
      signal: AbortSignal.any([timeout, post.signal]),
      agent: false,
    } as const;
    const sent = send(url, options, (response) => {
      // What they say beyond the status is theirs, and is read no further.
      response.destroy();
      resolve({ kind: "STATUS", status: response.statusCode ?? 0 });
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (error instanceof PrivateAddress) resolve({ kind: "PRIVATE_ADDRESS" });
      else if (timeout.aborted) resolve({ kind: "TIMED_OUT" });
      else if (post.signal.aborted) reject(error);
      else resolve({ kind: "UNREACHABLE", code: error.code ?? "ERROR" });
    });
    sent.end(post.body);
  });
}

/** Finds a name's addresses, and refuses the name if one of them lies inside. */
const publicLookup: LookupFunction = (name, options, callback) => {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "", 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address))) {
      return callback(new PrivateAddress(name), "", 0);
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
