import type { MessageThread } from "../../cases/domain/words.ts";

/** What became of a message that was held for its writer to take back. */
export const heldStates = ["HELD", "SENT", "TAKEN_BACK", "REFUSED"] as const;
export type HeldState = (typeof heldStates)[number];

/** How long a message can be taken back. */
export const HOLD_SECONDS = 10;

/** A thread that leaves the desk. */
export type OutsideThread = Exclude<MessageThread, "INTERNAL">;

/** How somebody has a case open; from the most to the least that a colleague has to heed. */
export const presenceStates = ["WRITING", "VIEWING", "IDLE"] as const;
export type PresenceState = (typeof presenceStates)[number];
