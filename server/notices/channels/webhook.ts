import { Webhook } from "standardwebhooks";
import { postOutside } from "../../platform/http/post-outside.ts";
import type { Signing } from "../../platform/signing.ts";
import { webhookBody } from "../domain/webhook-body.ts";
import { type Channel, sendTimeoutMs } from "./channel.ts";
import { fromHttp } from "./http-answer.ts";
import { webhookSecret } from "./webhook-secret.ts";

export interface WebhookSettings {
  readonly signing: Signing;
  readonly mayBePrivate: boolean;
}

/** Signed by Standard Webhooks. `webhook-id` is the notice's, the same in every try: whoever has seen it answers 2xx and does nothing. */
export function webhookChannel({ signing, mayBePrivate }: WebhookSettings): Channel {
  return async ({ id, kind, address, createdAt, fields, link, answerLink, endpoint }, signal) => {
    if (endpoint === null) return { answer: "REFUSED", code: "ENDPOINT_GONE" };
    const body = JSON.stringify(webhookBody({ kind, createdAt, fields, link, answerLink }));
    const now = new Date();
    // While a secret is being replaced, a receiver with either of the two finds its own signature.
    const signature = endpoint.secretVersions
      .map((secretVersion) =>
        new Webhook(webhookSecret(signing, { id: endpoint.id, secretVersion })).sign(id, now, body),
      )
      .join(" ");
    const answer = await postOutside({
      url: address,
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": signature,
      },
      body,
      timeoutMs: sendTimeoutMs,
      signal,
      mayBePrivate,
    });
    // Standard Webhooks: to a receiver that answers so nothing is sent until somebody resumes it.
    return { ...fromHttp(answer), wantsNoMore: answer.kind === "STATUS" && answer.status === 410 };
  };
}
