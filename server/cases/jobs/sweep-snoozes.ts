import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { performCaseAction } from "../actions/perform-case-action.ts";

const page = 100;

/**
 * Brings back what was put aside until now. Any number of workers may do it at once: each goes through the door at the
 * version that it saw, and a case that moved at this very moment is left to the next turn.
 */
export async function sweepSnoozes(house: House, signal?: AbortSignal): Promise<number> {
  const ctx: ActionContext = { ...house, actor: systemActor, locale: "zh-CN" };
  let woken = 0;
  for (let over = await listOver(house); ; over = await listOver(house)) {
    const before = woken;
    for (const { id, version } of over) {
      if (signal?.aborted === true) return woken;
      const idempotencyKey = derivedId("wake", id, String(version));
      const move = { action: "WAKE", input: {} } as const;
      const result = await performCaseAction(ctx, { ...move, caseId: id, expectedVersion: version, idempotencyKey });
      if (result.ok) woken++;
    }
    if (over.length < page || woken === before) return woken;
  }
}

function listOver({ db, clock }: House) {
  return db
    .selectFrom("cases")
    .select(["id", "version"])
    .where("snoozed_until", "<=", clock.now())
    .orderBy("snoozed_until")
    .limit(page)
    .execute();
}
