import { createHmac, timingSafeEqual } from "node:crypto";

/** Names the cookie as better-auth does: `__Secure-` where the desk is reached by https. */
export function sessionCookieName(prefix: string, publicUrl: string): string {
  return `${publicUrl.startsWith("https:") ? "__Secure-" : ""}${prefix}.session_token`;
}

/**
 * The session's token out of the Cookie header, if the signature beside it is ours. Nothing unsigned reaches the database.
 * The form is better-auth's: `token.base64(HMAC-SHA256(secret, token))`, percent-encoded.
 */
export function readSessionCookie(cookieHeader: string | undefined, name: string, secret: string): string | null {
  const value = findCookie(cookieHeader ?? "", name);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === null || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const ours = Buffer.from(createHmac("sha256", secret).update(token).digest("base64"));
  return given.length === ours.length && timingSafeEqual(given, ours) ? token : null;
}

/** The first cookie of that name counts, as in better-auth, so that both always mean the same session. */
function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return decode(pair.slice(equals + 1).trim());
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    // A stray percent sign: whoever wrote it, it was not us.
    return null;
  }
}
