import type { Actor } from "../../staff/domain/actor.ts";
import { type CaseTurn, turnNeeds, turnsOf } from "./waits-on.ts";

/** Whose move somebody can make, and what of it is not theirs because of who proposed it. */
export interface Needs {
  readonly turns: readonly CaseTurn[];
  readonly notTheirs: readonly { readonly turn: CaseTurn; readonly proposedById: string }[];
}

/** What waits for somebody: by their own rights, and by those of the colleagues for whom they stand in. */
export function needsOf({ id, permissions, standsInFor }: Pick<Actor, "id" | "permissions" | "standsInFor">): Needs {
  const own = turnsOf(permissions);
  const lent = standsInFor.flatMap(({ staffId, rights }) =>
    turnsOf(rights).flatMap((turn) => (own.includes(turn) ? [] : [{ turn, staffId }])),
  );
  const turns = [...new Set([...own, ...lent.map(({ turn }) => turn)])];
  return {
    turns,
    notTheirs: [
      ...turns.filter(isApproval).flatMap((turn) => (id === null ? [] : [{ turn, proposedById: id }])),
      // Where two are away, the one gives what the other proposed.
      ...lent.flatMap(({ turn, staffId }) =>
        lent.some((other) => other.turn === turn && other.staffId !== staffId) ? [] : [{ turn, proposedById: staffId }],
      ),
    ],
  };
}

/** Only of whoever approves does it matter what they proposed. */
function isApproval(turn: CaseTurn): boolean {
  return turnNeeds[turn] === "approval.first" || turnNeeds[turn] === "approval.second";
}
