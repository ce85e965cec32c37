import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { ApprovalDetail } from "../approval-request.entity.ts";
import type { Barred } from "../domain/may-decide.ts";
import { datesOf } from "../domain/terms.ts";
import type { ApprovalSubjectKind } from "../domain/words.ts";
import { type RequestTelling, tellApprovers } from "./tell-of-request.ts";

/** What somebody asks others to agree to. */
export interface NewApproval {
  readonly subject: { readonly kind: ApprovalSubjectKind; readonly id: string };
  readonly caseId: string | null;
  /** Null: nobody's hand proposed it, a rule did. */
  readonly proposerId: string | null;
  readonly barred: readonly Barred[];
  /** The rights whose agreement is needed, in order; the same right twice asks for two people. */
  readonly needs: readonly Permission[];
  readonly amount: Money | null;
  readonly detail: ApprovalDetail;
  readonly reason: string | null;
}

/** Opens a request in the caller's transaction, and tells whoever may decide it. A subject has one open request at a time; a second one is a bug. */
export async function requestApproval(db: Db, ctx: RequestTelling, asked: NewApproval, at: Date): Promise<string> {
  const id = newId();
  const { escalatesAt, expiresAt } = datesOf(asked.subject.kind, at);
  await db
    .insertInto("approval_request")
    .values({
      id,
      subject_kind: asked.subject.kind,
      subject_id: asked.subject.id,
      case_id: asked.caseId,
      state: "OPEN",
      proposer_id: asked.proposerId,
      barred: sql<readonly Barred[]>`${JSON.stringify(asked.barred)}::jsonb`,
      needs: [...asked.needs],
      missing: [...asked.needs],
      currency: asked.amount?.currency ?? null,
      amount_minor: asked.amount?.minor ?? null,
      detail: asked.detail,
      reason: asked.reason,
      opened_at: at,
      escalates_at: escalatesAt,
      expires_at: expiresAt,
    })
    .execute();
  await tellApprovers(db, ctx, id);
  return id;
}
