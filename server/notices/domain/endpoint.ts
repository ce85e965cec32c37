/** An endpoint hears of its owner's notices while it is ACTIVE. What happens while it is PAUSED is not sent to it later. */
export const endpointStates = ["ACTIVE", "PAUSED"] as const;
export type EndpointState = (typeof endpointStates)[number];

/** GONE: its address answered that nothing is to come any more, and the desk paused it. */
export const endpointEventKinds = ["REGISTERED", "CHANGED", "ROTATED", "PAUSED", "RESUMED", "TESTED", "GONE"] as const;
export type EndpointEventKind = (typeof endpointEventKinds)[number];

/** How long messages carry both signatures after a rotation: a working day for whoever has to put the new secret in. */
export const overlapHours = 24;
/** One owner's systems, with room for moving from an old one to a new. */
export const mostEndpoints = 10;
export const longestAddress = 500;

export type EndpointRefusal =
  | { readonly code: "ADDRESS_UNUSABLE" | "ADDRESS_PLAIN" | "ADDRESS_PRIVATE" | "ADDRESS_TAKEN" | "ADDRESS_SAME" }
  | { readonly code: "OWNER_UNCLEAR" | "OWNER_UNKNOWN" | "TOO_MANY" }
  | { readonly code: "PAUSED_ALREADY" | "ACTIVE_ALREADY" | "PAUSED" };

/** An endpoint's secrets: the present one, and until when those from another on sign beside it. */
export interface EndpointSecrets {
  readonly secretVersion: number;
  readonly oldSecretFrom: number | null;
  readonly oldSecretUntil: Date | null;
}

/** No message carries more signatures. */
export const mostSecrets = 5;

/** Which secrets sign what is sent now, the newest first. */
export function signingVersions({ secretVersion, ...old }: EndpointSecrets, now: Date): readonly number[] {
  const oldest = oldestSigning({ secretVersion, ...old }, now);
  const count = Math.min(secretVersion - oldest + 1, mostSecrets);
  return Array.from({ length: count }, (_, at) => secretVersion - at);
}

/**
 * The next secret. What signs now goes on beside it for a day, not only the one before: where that was never seen, since its
 * answer was lost, the receiver still has an older one. None does where they have leaked.
 */
export function nextSecret(secrets: EndpointSecrets, endsOldNow: boolean, now: Date): EndpointSecrets {
  const old = endsOldNow
    ? { oldSecretFrom: null, oldSecretUntil: null }
    : {
        oldSecretFrom: oldestSigning(secrets, now),
        oldSecretUntil: new Date(now.getTime() + overlapHours * 3_600_000),
      };
  return { secretVersion: secrets.secretVersion + 1, ...old };
}

function oldestSigning({ secretVersion, oldSecretFrom, oldSecretUntil }: EndpointSecrets, now: Date): number {
  return oldSecretFrom !== null && oldSecretUntil !== null && oldSecretUntil > now ? oldSecretFrom : secretVersion;
}
