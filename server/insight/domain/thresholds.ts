import type { Day } from "../../kernel/day.ts";
import { day } from "../../kernel/day.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";

/** From what share, and from how many disputes a month, a network puts a merchant under watch. */
export interface NetworkThreshold {
  readonly network: CardNetwork;
  readonly programme: string;
  /** In tenths of a per mille, so that 1.5 % is exactly 150. */
  readonly basisPoints: number;
  readonly leastDisputes: number;
  /** Of which month the sales are counted. */
  readonly salesOf: "SAME_MONTH" | "MONTH_BEFORE";
  readonly from: Day;
  /** Whether the network's own text was read. What was not is shown as unconfirmed. */
  readonly confirmed: boolean;
  readonly source: string;
}

/**
 * As data, since each network changes its own. The lowest step of a programme stands first. UnionPay watches count and amount
 * by month; its limits are not published, so it has no row, and none is guessed.
 */
// biome-ignore format: a table is read by its columns
export const networkThresholds: readonly NetworkThreshold[] = [
  { network: "VISA", programme: "VAMP", basisPoints: 220, leastDisputes: 1_500, salesOf: "SAME_MONTH", from: day("2025-10-01"), confirmed: true, source: "Visa Acquirer Monitoring Program: (TC40 + TC15) / settled sales, card absent; other dates hold in some regions" },
  { network: "VISA", programme: "VAMP", basisPoints: 150, leastDisputes: 1_500, salesOf: "SAME_MONTH", from: day("2026-04-01"), confirmed: true, source: "Visa Acquirer Monitoring Program, US, Canada and EU from 1 April 2026" },
  { network: "MASTERCARD", programme: "ECM", basisPoints: 150, leastDisputes: 100, salesOf: "MONTH_BEFORE", from: day("2020-01-01"), confirmed: false, source: "Mastercard Excessive Chargeback Program, excessive chargeback merchant" },
  { network: "MASTERCARD", programme: "HECM", basisPoints: 300, leastDisputes: 300, salesOf: "MONTH_BEFORE", from: day("2020-01-01"), confirmed: false, source: "Mastercard Excessive Chargeback Program, high excessive chargeback merchant" },
];

/** ABOVE: share and number. RATIO_ONLY: the share alone, too few disputes to be put under watch. NONE: no threshold is known. */
export const thresholdStandings = ["BELOW", "RATIO_ONLY", "ABOVE", "NONE"] as const;
export type ThresholdStanding = (typeof thresholdStandings)[number];

/** The thresholds of a network that hold in a month, the lowest first; of one programme the latest alone. */
export function thresholdsOf(network: CardNetwork, on: Day): readonly NetworkThreshold[] {
  const latest = new Map<string, NetworkThreshold>();
  for (const row of networkThresholds) if (row.network === network && row.from <= on) latest.set(row.programme, row);
  return [...latest.values()];
}

export function salesMonthOf(network: CardNetwork): NetworkThreshold["salesOf"] {
  return networkThresholds.find((row) => row.network === network)?.salesOf ?? "SAME_MONTH";
}

/** How a month stands, with the threshold that it is held against: the highest that was passed, else the lowest there is. */
export function standingOf({
  network,
  month,
  disputes,
  sales,
}: {
  network: CardNetwork;
  month: Day;
  disputes: number;
  sales: number;
}): { readonly standing: ThresholdStanding; readonly threshold: NetworkThreshold | null } {
  const known = thresholdsOf(network, month);
  const [lowest] = known;
  if (lowest === undefined) return { standing: "NONE", threshold: null };
  const passesShare = ({ basisPoints }: NetworkThreshold) => disputes * 10_000 >= basisPoints * sales;
  const above = known.findLast((row) => passesShare(row) && disputes >= row.leastDisputes);
  if (above !== undefined) return { standing: "ABOVE", threshold: above };
  return { standing: passesShare(lowest) ? "RATIO_ONLY" : "BELOW", threshold: lowest };
}
