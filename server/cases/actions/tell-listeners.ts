import type { House } from "../../request-context.ts";
import type { CaseHappening } from "../case-features.ts";

/** Lets the higher features hear of a move, one after another in its transaction. */
export async function tellListeners(house: Pick<House, "caseFeatures">, happening: CaseHappening): Promise<void> {
  for (const listen of house.caseFeatures.listeners) await listen(happening);
}
