import { isIP } from "node:net";
import { isPrivateAddress } from "../../platform/http/private-address.ts";
import type { WebhookAddresses } from "../../request-context.ts";
import { type EndpointRefusal, longestAddress } from "../domain/endpoint.ts";

/** Names that mean this machine or this network wherever they are looked up. */
const insideNames = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)\.?$/i;

export interface JudgedAddress {
  /** As it is stored and called. */
  readonly url: string;
  readonly reasons: readonly EndpointRefusal[];
}

/**
 * Whether something may be registered as an address. A name can still lead inside: what it resolves to is judged by
 * `postOutside`, each time it is connected to, by the same rule.
 */
export function judgeAddress(typed: string, allowed: WebhookAddresses): JudgedAddress {
  const parsed = URL.parse(typed.trim());
  if (parsed === null || !isUsable(parsed)) return { url: "", reasons: [{ code: "ADDRESS_UNUSABLE" }] };
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const isInside = isIP(host) === 0 ? insideNames.test(host) : isPrivateAddress(host);
  return {
    url: parsed.href,
    reasons: [
      ...(parsed.protocol === "http:" && !allowed.mayBePlain ? [{ code: "ADDRESS_PLAIN" } as const] : []),
      ...(isInside && !allowed.mayBePrivate ? [{ code: "ADDRESS_PRIVATE" } as const] : []),
    ],
  };
}

function isUsable({ protocol, username, password, hash, href }: URL): boolean {
  return /^https?:$/.test(protocol) && username + password + hash === "" && href.length <= longestAddress;
}
