import type { SubjectRefusals } from "../../approvals/approval-subjects.ts";
import type { RequestRow } from "../../approvals/queries/find-request.ts";
import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CaseMove } from "../domain/decide.ts";
import { refusalText } from "../domain/refusal-text.ts";
import { performWithin } from "./perform-case-action.ts";

/** A case's row is locked before the requests that belong to it, as its own door does. */
export async function lockCaseOf(db: Db, request: RequestRow): Promise<void> {
  await db.selectFrom("cases").select("id").where("id", "=", caseIdOf(request)).forUpdate().execute();
}

/** What a decided request does to its case, through the case's own door and in the transaction of the word itself. */
export async function moveByRequest(
  ctx: ActionContext,
  db: Db,
  request: RequestRow,
  move: CaseMove,
): Promise<SubjectRefusals> {
  const caseId = caseIdOf(request);
  const { version } = await db.selectFrom("cases").select("version").where("id", "=", caseId).executeTakeFirstOrThrow();
  const key = derivedId("approval", request.id, `${request.version}`);
  const result = await performWithin(ctx, db, { ...move, caseId, expectedVersion: version, idempotencyKey: key });
  if (result.ok) return [];
  if (result.error.kind !== "REFUSED")
    throw new Error(`Approval ${request.id} met ${result.error.kind} behind its lock`);
  const { roles } = ctx.actor;
  return result.error.reasons.map((reason) => ({
    zh: refusalText(reason, "zh-CN", roles),
    en: refusalText(reason, "en", roles),
  }));
}

function caseIdOf({ id, case_id }: RequestRow): string {
  if (case_id === null) throw new Error(`Approval ${id} belongs to no case`);
  return case_id;
}
