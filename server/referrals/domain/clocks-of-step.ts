import type { Agency } from "./agencies.ts";
import type { ReferralState } from "./words.ts";

/** Whose rules end and which starts when a complaint comes into a state; null where its clocks run on. */
export interface StepClocks {
  readonly ends: readonly string[];
  readonly starts: string | null;
}

/** Whoever takes the matter on mediates it in time; whoever it is handed on to has to take it on anew. */
export function clocksOfStep(agency: Agency | null, to: ReferralState): StepClocks | null {
  const { clockOnLodging = null, clockOnMediation = null } = agency ?? {};
  if (to !== "ACKNOWLEDGED" && to !== "TRANSFERRED") return null;
  const ends = [clockOnLodging, clockOnMediation].filter((clock) => clock !== null);
  return { ends, starts: to === "ACKNOWLEDGED" ? clockOnMediation : clockOnLodging };
}
