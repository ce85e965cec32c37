import type { CaseListener } from "../case-features.ts";

/** A case that has left verification for good asks for no check any more. While it waits for the customer, the request waits with it. */
export const callOffWaivers: CaseListener = async ({ db, ctx, caseId, from, to }) => {
  const stays = to === "VERIFYING" || to === "AWAITING_CUSTOMER";
  if (stays || (from !== "VERIFYING" && from !== "AWAITING_CUSTOMER")) return;
  await db
    .updateTable("approval_request")
    .set((eb) => ({ state: "CALLED_OFF", closed_at: ctx.clock.now(), version: eb("version", "+", 1) }))
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", "CHECK_WAIVER")
    .where("state", "=", "OPEN")
    .execute();
};
