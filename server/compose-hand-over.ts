import { handOverFindings } from "./audit/actions/hand-over-findings.ts";
import { reassignOpenWork } from "./cases/actions/reassign-open-work.ts";
import { writeNotice } from "./notices/actions/write-notice.ts";
import type { Db } from "./platform/database/database.ts";
import type { ActionContext } from "./request-context.ts";
import { systemActor } from "./staff/domain/actor.ts";
import type { HandOverWork } from "./staff/hand-over-work.ts";

/**
 * The desk itself gives the cases away: administrators see none, and their part is in the person's own history. A finding
 * that changes hands names who did it, as it does in the room of audits.
 */
export const handOverWork: HandOverWork<ActionContext> = async (ctx, transaction, { staffId, heirId, key, what }) => {
  let cases = 0;
  if (what.cases) {
    const to = heirId === null ? [] : [heirId];
    const moved = await reassignOpenWork({ ...ctx, actor: systemActor }, transaction, { staffId, to, key });
    if (!moved.ok) return null;
    cases = moved.value;
    if (heirId !== null && cases > 0) await tellHeir(ctx, transaction, { heirId, cases, key });
  }
  if (what.findings) await handOverFindings(ctx, transaction, { staffId, heirId });
  return cases;
};

/** One notice for all of it, which leads to what is theirs now. */
function tellHeir(
  ctx: ActionContext,
  transaction: Db,
  { heirId, cases, key }: { readonly heirId: string; readonly cases: number; readonly key: string },
): Promise<void> {
  return writeNotice(transaction, ctx, {
    kind: "WORK_HANDED_OVER",
    reader: { staffId: heirId },
    fields: { cases: String(cases) },
    link: { path: "/queue?view=mine" },
    writeKey: `work handed over ${key}`,
  });
}
