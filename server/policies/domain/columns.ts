import type { AmountLimits, Condition, YesNoFact } from "./policy-content.ts";

/**
 * The conditions of a row as the columns of a table: one cell a fact, null where the row does not ask. A column that asks
 * for a range is two conditions.
 */
export interface PolicyColumns {
  readonly reasons: readonly string[] | null;
  readonly networks: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly merchantAnswers: readonly string[] | null;
  readonly currencies: readonly string[] | null;
  readonly amountAbove: AmountLimits | null;
  readonly amountAtMost: AmountLimits | null;
  readonly daysMoreThan: number | null;
  readonly daysAtMost: number | null;
  readonly transactionFound: boolean | null;
  readonly amountRefundable: boolean | null;
  readonly withinWindow: boolean | null;
  readonly proofPresent: boolean | null;
  readonly identityConfirmed: boolean | null;
  readonly goodsAccepted: boolean | null;
}

export const emptyColumns: PolicyColumns = {
  reasons: null,
  networks: null,
  channels: null,
  merchantAnswers: null,
  currencies: null,
  amountAbove: null,
  amountAtMost: null,
  daysMoreThan: null,
  daysAtMost: null,
  transactionFound: null,
  amountRefundable: null,
  withinWindow: null,
  proofPresent: null,
  identityConfirmed: null,
  goodsAccepted: null,
};

const wordColumns = {
  reason: "reasons",
  merchantAnswer: "merchantAnswers",
  network: "networks",
  channel: "channels",
  currency: "currencies",
} as const;

const yesNoFacts: readonly YesNoFact[] = [
  "transactionFound",
  "amountRefundable",
  "withinWindow",
  "proofPresent",
  "identityConfirmed",
  "goodsAccepted",
];

/** Of two tests of one fact the narrower holds: words that both name, the lower ceiling, the higher floor. */
export function toColumns(when: readonly Condition[]): PolicyColumns {
  let columns = emptyColumns;
  for (const condition of when) columns = { ...columns, ...cellOf(columns, condition) };
  return columns;
}

function cellOf(columns: PolicyColumns, condition: Condition): Partial<PolicyColumns> {
  if ("is" in condition) return { [condition.fact]: condition.is };
  if ("in" in condition) {
    const column = wordColumns[condition.fact];
    const before = columns[column];
    return { [column]: before === null ? condition.in : before.filter((word) => condition.in.includes(word)) };
  }
  if (condition.fact === "amount") {
    return "atMost" in condition ? { amountAtMost: condition.atMost } : { amountAbove: condition.above };
  }
  if ("atMost" in condition) return { daysAtMost: Math.min(columns.daysAtMost ?? condition.atMost, condition.atMost) };
  return { daysMoreThan: Math.max(columns.daysMoreThan ?? condition.moreThan, condition.moreThan) };
}

/** The same as conditions, always in the same order, so that a row has one spelling. */
export function fromColumns(columns: PolicyColumns): readonly Condition[] {
  const when: Condition[] = [];
  for (const fact of yesNoFacts.slice(0, 3)) pushYesNo(when, columns, fact);
  for (const [fact, column] of Object.entries(wordColumns) as [
    keyof typeof wordColumns,
    (typeof wordColumns)[keyof typeof wordColumns],
  ][]) {
    const words = columns[column];
    if (words !== null) when.push({ fact, in: words });
  }
  if (columns.amountAbove !== null) when.push({ fact: "amount", above: columns.amountAbove });
  if (columns.amountAtMost !== null) when.push({ fact: "amount", atMost: columns.amountAtMost });
  if (columns.daysMoreThan !== null) when.push({ fact: "daysSinceSale", moreThan: columns.daysMoreThan });
  if (columns.daysAtMost !== null) when.push({ fact: "daysSinceSale", atMost: columns.daysAtMost });
  for (const fact of yesNoFacts.slice(3)) pushYesNo(when, columns, fact);
  return when;
}

function pushYesNo(when: Condition[], columns: PolicyColumns, fact: YesNoFact): void {
  const is = columns[fact];
  if (is !== null) when.push({ fact, is });
}
