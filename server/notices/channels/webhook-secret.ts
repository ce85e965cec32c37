import type { Signing } from "../../platform/signing.ts";

/** The secret that signs an endpoint's messages, in the form of the Standard Webhooks specification. It is made, never stored. */
export function webhookSecret(
  signing: Signing,
  endpoint: { readonly id: string; readonly secretVersion: number },
): string {
  const key = signing.sign("webhook secret", endpoint.id, String(endpoint.secretVersion));
  return `whsec_${Buffer.from(key, "base64url").toString("base64")}`;
}
