import { postOutside } from "../../platform/http/post-outside.ts";
import { type Channel, sendTimeoutMs } from "./channel.ts";
import { fromHttp } from "./http-answer.ts";

/**
 * By the gateway that the settings name. The contract, which README states for whoever runs one: POST, JSON `{ id, to, text,
 * locale }`, `Authorization: Bearer`, `Idempotency-Key` = id. The same key is the same message: it is sent once, and answered
 * alike. 2xx: taken. 408, 409, 423, 425, 429 and 5xx: later. Anything else: never.
 */
export function smsChannel({ url, token }: { readonly url: string; readonly token: string }): Channel {
  return async ({ id, address, sms, locale }, signal) => {
    if (sms === null) throw new Error(`Notice ${id} has no short text`);
    const answer = await postOutside({
      url,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "idempotency-key": id },
      body: JSON.stringify({ id, to: address, text: sms, locale }),
      timeoutMs: sendTimeoutMs,
      signal,
      mayBePrivate: true,
    });
    return fromHttp(answer);
  };
}
