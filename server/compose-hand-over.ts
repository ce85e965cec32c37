import { reassignOpenWork } from "./cases/actions/reassign-open-work.ts";
import type { ActionContext } from "./request-context.ts";
import { systemActor } from "./staff/domain/actor.ts";
import type { HandOverWork } from "./staff/hand-over-work.ts";

/** The desk itself gives the work away: administrators see no cases, and their part is in the person's own history. */
export const handOverWork: HandOverWork<ActionContext> = async (ctx, transaction, { staffId, heirId, key }) => {
  const to = heirId === null ? [] : [heirId];
  const moved = await reassignOpenWork({ ...ctx, actor: systemActor }, transaction, { staffId, to, key });
  return moved.ok ? moved.value : null;
};
