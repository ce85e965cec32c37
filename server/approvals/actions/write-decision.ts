import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { StandIn } from "../../staff/domain/delegation.ts";
import type { ApprovalState, ApprovalVerdict } from "../domain/words.ts";
import type { RequestRow } from "../queries/find-request.ts";

export interface WrittenDecision {
  readonly staffId: string;
  readonly standsInFor: StandIn | null;
  readonly verdict: ApprovalVerdict;
  readonly note: string | null;
  readonly key: string;
  readonly at: Date;
}

/** Writes one person's word on a locked request that the rules let them decide, and says where the request rests then. */
export async function writeDecision(db: Db, request: RequestRow, said: WrittenDecision): Promise<ApprovalState> {
  const [level, ...later] = request.missing;
  if (level === undefined) throw new Error(`Approval ${request.id} waits for nobody`);
  await db
    .insertInto("approval_decision")
    .values({
      id: newId(),
      request_id: request.id,
      staff_id: said.staffId,
      for_id: said.standsInFor?.staffId ?? null,
      level,
      verdict: said.verdict,
      note: said.note,
      key: said.key,
      at: said.at,
    })
    .execute();
  const missing = said.verdict === "GRANT" ? later : request.missing;
  const state = said.verdict === "REJECT" ? "REJECTED" : missing.length === 0 ? "GRANTED" : "OPEN";
  await db
    .updateTable("approval_request")
    .set((eb) => ({
      missing: [...missing],
      state,
      closed_at: state === "OPEN" ? null : said.at,
      version: eb("version", "+", 1),
    }))
    .where("id", "=", request.id)
    .execute();
  return state;
}
