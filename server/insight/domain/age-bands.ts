import { addDays, type Day } from "../../kernel/day.ts";

/** How long a case has been open, in calendar days; the last band has no end. */
export const ageBands = ["DAYS_0_2", "DAYS_3_7", "DAYS_8_14", "DAYS_15_30", "DAYS_31_UP"] as const;
export type AgeBand = (typeof ageBands)[number];

const bounds: Readonly<Record<AgeBand, { readonly least: number; readonly most: number | null }>> = {
  DAYS_0_2: { least: 0, most: 2 },
  DAYS_3_7: { least: 3, most: 7 },
  DAYS_8_14: { least: 8, most: 14 },
  DAYS_15_30: { least: 15, most: 30 },
  DAYS_31_UP: { least: 31, most: null },
};

/** The days of opening that a band stands for on a day; without a first one it goes back to the beginning. */
export function openedIn(band: AgeBand, today: Day): { readonly from: Day | null; readonly until: Day } {
  const { least, most } = bounds[band];
  return { from: most === null ? null : addDays(today, -most), until: addDays(today, -least) };
}
