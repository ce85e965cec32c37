import { addDays, type Day } from "../../kernel/day.ts";
import { type Money, money } from "../../kernel/money.ts";
import {
  type AmountLimits,
  type ApprovalPermission,
  type Condition,
  type PolicyContent,
  type PolicyFacts,
  type PolicyRow,
  type PolicyTrace,
  type TracedRow,
  unknownWord,
} from "./policy-content.ts";

/** Reads the table from the top; the first row that fits decides, and what each row before it failed on is kept. */
export function evaluatePolicy(content: PolicyContent, facts: PolicyFacts): PolicyTrace {
  const rows: TracedRow[] = [];
  for (const [index, row] of content.rows.entries()) {
    const rowNumber = index + 1;
    const failed = row.when.find((condition) => !holds(condition, facts)) ?? null;
    rows.push({ rowNumber, hit: failed === null, failed });
    if (failed === null) return traceOf(row, rowNumber, rows, handNeeded(row, content, facts));
  }
  // The last resort asks for nothing.
  const lastResort = { ...content.otherwise, when: [] };
  return traceOf(lastResort, null, rows, handNeeded(lastResort, content, facts));
}

function traceOf(
  { outcome, because, approvals }: PolicyRow,
  rowNumber: number | null,
  rows: readonly TracedRow[],
  hand: HandNeeded,
): PolicyTrace {
  return {
    rowNumber,
    outcome,
    straightThrough: hand === "NO",
    because,
    rows,
    ...(approvals !== undefined && approvals.length > 0 && { approvals }),
    ...(hand === "TOGETHER" && { aboveTogether: true }),
  };
}

type HandNeeded = "NO" | "YES" | "TOGETHER";

/**
 * Only an approval can go without anybody's hand: a refusal is always a person's. Nor does it go bit by bit where it would
 * not at once: the row's limits and the policy's ceiling must hold together with what went back over the payment before.
 */
function handNeeded(
  { when, outcome, straightThrough }: PolicyRow,
  content: PolicyContent,
  facts: PolicyFacts,
): HandNeeded {
  if (!straightThrough || outcome !== "APPROVE" || !mayGoAlone(content, facts)) return "YES";
  const together = { ...facts, amountMinor: facts.amountMinor + (facts.alreadyBackMinor ?? 0) };
  const fits = when.every((condition) => condition.fact !== "amount" || holds(condition, together));
  return fits && mayGoAlone(content, together) ? "NO" : "TOGETHER";
}

/** The policy's own ceiling over all rows that go straight through. */
function mayGoAlone({ autoLimitMinor }: PolicyContent, { amountMinor, currency }: PolicyFacts): boolean {
  return autoLimitMinor === undefined || isWithin(autoLimitMinor, amountMinor, currency);
}

export function holds(condition: Condition, facts: PolicyFacts): boolean {
  if ("is" in condition) return facts[condition.fact] === condition.is;
  if ("in" in condition) return condition.in.includes(facts[condition.fact] ?? unknownWord);
  if (condition.fact === "amount") {
    if ("atMost" in condition) return isWithin(condition.atMost, facts.amountMinor, facts.currency);
    return !isWithin(condition.above, facts.amountMinor, facts.currency);
  }
  const { daysSinceSale } = facts;
  // Of a sale that is not known, nothing can be said about its age.
  if (daysSinceSale === null) return false;
  return "atMost" in condition ? daysSinceSale <= condition.atMost : daysSinceSale > condition.moreThan;
}

/** Whether an amount is within the limit of its currency; the limit itself is. */
export function isWithin(limits: AmountLimits, minor: number | bigint, currency: string): boolean {
  const limit = limits[currency];
  return limit !== undefined && minor <= limit;
}

/**
 * The approvals that an amount needs above the agent's own limit, in the order in which they are given; `always` are those
 * that the row that decided asks for whatever the amount. What went back over the same payment before, or is on its way,
 * counts with it: a large refund in small parts needs whom it needs at once.
 */
export function approvalsFor(
  { approvalTiers }: Pick<PolicyContent, "approvalTiers">,
  { minor, currency }: Money,
  { always = [], alreadyBackMinor = 0n }: ApprovalsBeside = {},
): readonly ApprovalPermission[] {
  return approvalTiers
    .filter(
      (tier) => always.includes(tier.permission) || !isWithin(tier.aboveMinor, minor + alreadyBackMinor, currency),
    )
    .map(({ permission }) => permission);
}

interface ApprovalsBeside {
  readonly always?: readonly ApprovalPermission[];
  readonly alreadyBackMinor?: bigint;
}

/** How far somebody's word reaches without certain approvals: to any amount, up to one of them, or to none. */
export type Reach =
  | { readonly kind: "ANY" }
  | { readonly kind: "UP_TO"; readonly limit: Money }
  /** `ROW`: the row that decided asks whatever the amount. `CURRENCY`: no limit is named for it. `SPENT`: it went back before. */
  | { readonly kind: "NONE"; readonly because: "ROW" | "CURRENCY" | "SPENT" };

/** The largest amount of a currency for which `approvalsFor` asks for none of these tiers; a test holds the two together. */
export function reachWithout(
  tiers: PolicyContent["approvalTiers"],
  currency: string,
  { always = [], alreadyBackMinor = 0n }: ApprovalsBeside = {},
): Reach {
  if (tiers.length === 0) return { kind: "ANY" };
  if (tiers.some(({ permission }) => always.includes(permission))) return { kind: "NONE", because: "ROW" };
  const limit = Math.min(...tiers.map(({ aboveMinor }) => aboveMinor[currency] ?? 0));
  if (limit === 0) return { kind: "NONE", because: "CURRENCY" };
  const left = BigInt(limit) - alreadyBackMinor;
  return left > 0n ? { kind: "UP_TO", limit: money(left, currency) } : { kind: "NONE", because: "SPENT" };
}

type Windows = Pick<PolicyContent, "windowDays" | "windowDaysByReason">;

/** How many days after the sale a request for this reason is still in time. */
export function windowDaysFor({ windowDays, windowDaysByReason }: Windows, reason: string): number {
  return windowDaysByReason[reason] ?? windowDays;
}

/** The last day of the window, which still counts as inside. The day of the sale is day 0. */
export function windowEndsOn(content: Windows, reason: string, soldOn: Day): Day {
  return addDays(soldOn, windowDaysFor(content, reason));
}
