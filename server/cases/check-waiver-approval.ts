import { sql } from "kysely";
import type { ApprovalSubject } from "../approvals/approval-subjects.ts";
import type { RequestRow } from "../approvals/queries/find-request.ts";
import type { ActionContext } from "../request-context.ts";
import { lockCaseOf, moveByRequest } from "./actions/move-by-request.ts";
import { type CheckKind, checkKinds } from "./domain/checks.ts";
import { workflow } from "./domain/workflow.ts";

/** A check is let go when another person has agreed; turned down or lapsed, it stays as it is. The case tells of each. */
export const checkWaiverApproval: ApprovalSubject<ActionContext> = {
  training: [],
  notNow: {
    when: sql`exists (
      select from cases where cases.id = approval_request.case_id and cases.state <> all(${workflow.RECORD_CHECK.from}::text[]))`,
    text: {
      zh: "案件正在等待顾客补充资料，暂不能批准放行；顾客答复、案件回到核对后即可批准。现在可以退回。",
      en: "The case waits for the customer's answer, so the check cannot be let go yet; you can agree once the case is back in verification. You can turn it down now.",
    },
  },
  lock: lockCaseOf,
  granted: ({ ctx, db, request }) => {
    const outcome = request.detail["outcome"] === "NOT_NEEDED" ? "NOT_NEEDED" : "WAIVED";
    const input = { check: checkOf(request), outcome, reason: request.reason, approvalId: request.id } as const;
    return moveByRequest(ctx, db, request, { action: "RECORD_CHECK", input });
  },
  rejected: ({ ctx, db, request, note }) => {
    const input = { check: checkOf(request), approvalId: request.id, reason: note ?? "" };
    return moveByRequest(ctx, db, request, { action: "REJECT_CHECK_WAIVER", input });
  },
  expired: ({ ctx, db, request }) => {
    const input = { check: checkOf(request), approvalId: request.id };
    return moveByRequest(ctx, db, request, { action: "EXPIRE_CHECK_WAIVER", input });
  },
};

function checkOf({ id, detail }: RequestRow): CheckKind {
  const check = checkKinds.find((kind) => kind === detail["check"]);
  if (check === undefined) throw new Error(`Approval ${id} names no check`);
  return check;
}
