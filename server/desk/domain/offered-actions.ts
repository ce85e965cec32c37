import type { CaseFacts } from "../../cases/domain/case-facts.ts";
import { availableActions } from "../../cases/domain/decide.ts";
import { workflow } from "../../cases/domain/workflow.ts";
import type { Actor } from "../../staff/domain/actor.ts";

export type AvailableAction = ReturnType<typeof availableActions>[number];

/** What a case offers to somebody who is shown only what is for them: open, or shut by the case's own rules and not by their role. */
export function offeredTo(actor: Actor, facts: CaseFacts): readonly AvailableAction[] {
  return availableActions(facts, actor).filter(({ action }) =>
    workflow[action].by.some((permission) => actor.permissions.has(permission)),
  );
}
