import type { AmountLimits, BilingualText, Condition, PolicyContent, PolicyRow } from "./policy-content.ts";

/** What cannot be published as it stands, whatever the table decides; `row` counts from one, null for the rest of the text. */
export interface ContentFault {
  readonly code: ContentFaultCode;
  readonly row: number | null;
}
export const contentFaultCodes = [
  "TEXT_MISSING",
  "LAST_LINE_TEXT_MISSING",
  "PUBLIC_TEXT_MISSING",
  "NO_ROWS",
  "EMPTY_RANGE",
  "AUTO_NEEDS_APPROVAL",
  "TIERS_NOT_RISING",
  "NO_PROOF_NAMED",
] as const;
export type ContentFaultCode = (typeof contentFaultCodes)[number];

/** The most rows that a table can have: a page that a person can read. */
export const mostRows = 60;

export function contentFaults(content: PolicyContent): readonly ContentFault[] {
  const { rows, otherwise, proof } = content;
  return [
    ...when(!bothThere(content.title), "TEXT_MISSING"),
    ...when(!bothThere(content.publicText), "PUBLIC_TEXT_MISSING"),
    ...when(rows.length === 0, "NO_ROWS"),
    ...when(proof.needed && proof.anyOf.length === 0, "NO_PROOF_NAMED"),
    ...when(!tiersRise(content), "TIERS_NOT_RISING"),
    ...when(!bothThere(otherwise.because), "LAST_LINE_TEXT_MISSING"),
    ...rows.flatMap((row, index) => rowFaults(row, index + 1)),
  ];
}

function rowFaults(row: PolicyRow, number: number): readonly ContentFault[] {
  const auto = row.outcome === "APPROVE" && row.straightThrough && (row.approvals ?? []).length > 0;
  return [
    ...when(!bothThere(row.because), "TEXT_MISSING", number),
    ...when(row.when.some(nothingFits), "EMPTY_RANGE", number),
    ...when(auto, "AUTO_NEEDS_APPROVAL", number),
  ];
}

/** A list of words, or of limits, that is empty fits nothing; so the row is half written. */
function nothingFits(condition: Condition): boolean {
  if ("in" in condition) return condition.in.length === 0;
  if (condition.fact !== "amount") return false;
  return Object.keys("atMost" in condition ? condition.atMost : condition.above).length === 0;
}

/**
 * Who must agree above the higher limit must not be asked before who must agree above the lower. In a currency without a limit
 * they are always asked.
 */
function tiersRise({ approvalTiers }: PolicyContent): boolean {
  const [first, second] = approvalTiers;
  if (first === undefined || second === undefined) return true;
  return Object.keys({ ...first.aboveMinor, ...second.aboveMinor }).every(
    (currency) => limitOf(second.aboveMinor, currency) >= limitOf(first.aboveMinor, currency),
  );
}

const limitOf = (limits: AmountLimits, currency: string) => limits[currency] ?? 0;
const bothThere = ({ zh, en }: BilingualText) => zh.trim() !== "" && en.trim() !== "";

function when(isSo: boolean, code: ContentFaultCode, row: number | null = null): readonly ContentFault[] {
  return isSo ? [{ code, row }] : [];
}
