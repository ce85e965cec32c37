import type { CaseEventKind } from "../../cases/domain/words.ts";

export const refusingEvent = "DECLINE_REQUEST" satisfies CaseEventKind;

/** What decides a request, one way or the other. */
export const decidingEvents: readonly CaseEventKind[] = [refusingEvent, "APPROVE_REFUND", "AUTO_APPROVE"];
