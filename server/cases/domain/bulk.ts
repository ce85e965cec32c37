import type { CaseMove } from "./decide.ts";

/** What can be done to many cases at once: nothing that moves money, and nothing that a person must weigh case by case. */
export const bulkActions = ["ASSIGN", "ADD_NOTE", "REQUEST_INFORMATION", "CLOSE"] as const;
export type BulkAction = (typeof bulkActions)[number];

/** As many as one page of the queue shows at most. */
export const MOST_AT_ONCE = 100;

/** A move to try the rules with, before anybody has typed anything. */
export const trialMoves: { readonly [A in BulkAction]: CaseMove & { readonly action: A } } = {
  ASSIGN: { action: "ASSIGN", input: { assigneeId: null } },
  ADD_NOTE: { action: "ADD_NOTE", input: { message: "…" } },
  REQUEST_INFORMATION: { action: "REQUEST_INFORMATION", input: { message: "…" } },
  CLOSE: { action: "CLOSE", input: { reason: "…" } },
};
