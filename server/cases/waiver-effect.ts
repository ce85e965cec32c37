import { requestApproval } from "../approvals/actions/request-approval.ts";
import { oneOther } from "../approvals/domain/needs.ts";
import { derivedId } from "../platform/derived-id.ts";
import type { Effect } from "./case-features.ts";
import type { CheckKind } from "./domain/checks.ts";
import { findPaidStaff } from "./queries/find-paid-staff.ts";

/** What a request to let a check go is about: one check of one case, so that it is asked once at a time. */
export function waiverSubject(caseId: string, check: CheckKind): string {
  return derivedId("check-waiver", caseId, check);
}

/** Asks another person to let a check go. The check stays as it is until they have agreed. */
export const proposeCheckWaiver: Effect = async ({ ctx, db, facts, move, record }) => {
  if (move.action !== "PROPOSE_CHECK_WAIVER") throw new Error(`${move.action} proposes no waiver`);
  const { check, outcome, reason } = move.input;
  const subject = { kind: "CHECK_WAIVER", id: waiverSubject(facts.caseId, check) } as const;
  const waiting = await db
    .selectFrom("approval_request")
    .select("id")
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
  if (waiting !== undefined) return [{ code: "WAIVER_WAITS", check }];
  const approvalId = await requestApproval(
    db,
    ctx,
    {
      subject,
      caseId: facts.caseId,
      proposerId: ctx.actor.id,
      barred: await findPaidStaff(db, facts.caseId),
      needs: oneOther,
      amount: null,
      detail: { caseNumber: facts.number, check, outcome },
      reason,
    },
    facts.now,
  );
  record({ approvalId });
  return [];
};
