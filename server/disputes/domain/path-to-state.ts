import { type DisputeFacts, openSteps } from "./dispute-machine.ts";
import type { DisputeState, DisputeStep } from "./words.ts";

interface Way {
  readonly facts: DisputeFacts;
  readonly steps: readonly DisputeStep[];
}

/** The fewest steps of the machine from where a dispute stands to where its bank says it stands; null where none lead there. */
export function pathToState(from: DisputeFacts, to: DisputeState): readonly DisputeStep[] | null {
  const seen = new Set<DisputeState>([from.state]);
  let ways: readonly Way[] = [{ facts: from, steps: [] }];
  while (ways.length > 0) {
    const there = ways.find(({ facts }) => facts.state === to);
    if (there !== undefined) return there.steps;
    ways = ways.flatMap(({ facts, steps }) =>
      openSteps(facts).flatMap((open) => {
        if (seen.has(open.to)) return [];
        seen.add(open.to);
        const moneyTaken = open.money === null ? facts.moneyTaken : open.money === "TAKE";
        return [{ facts: { ...facts, state: open.to, moneyTaken }, steps: [...steps, open.step] }];
      }),
    );
  }
  return null;
}
