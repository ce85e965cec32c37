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

/** Which secrets sign what is sent now, the newest first. */
export function signingVersions(
  { secretVersion, oldSecretUntil }: { readonly secretVersion: number; readonly oldSecretUntil: Date | null },
  now: Date,
): readonly number[] {
  const hasOld = oldSecretUntil !== null && oldSecretUntil > now;
  return hasOld ? [secretVersion, secretVersion - 1] : [secretVersion];
}

export function overlapEnd(now: Date): Date {
  return new Date(now.getTime() + overlapHours * 3_600_000);
}
