import { holds } from "./evaluate.ts";
import { type Condition, type PolicyContent, type PolicyFacts, unknownWord } from "./policy-content.ts";
import { channelWords, merchantAnswerWords, networkWords, reasonWords } from "./policy-words.ts";

/**
 * All combinations of facts, seen through the eyes of one table: values that no row can tell apart are one class, so that
 * an endless space becomes a few boxes that can be counted exactly.
 */
export interface FactSpace {
  readonly axes: readonly Axis[];
}

/** One fact, or amount and currency together, and its classes. A row's demand on it is a set of classes. */
export interface Axis {
  readonly name: AxisName;
  readonly classes: readonly FactClass[];
  /** Every different test that the table makes of this fact. */
  readonly tests: readonly Condition[];
}

/** Values that every test judges alike: one of them to show, and all of them. */
export interface FactClass {
  readonly values: readonly Partial<PolicyFacts>[];
  /** Which of the axis' tests hold. */
  readonly holds: readonly boolean[];
}

export type AxisName = Exclude<Condition["fact"], "currency">;

/** A set of combinations: for each axis a set of its classes, as bits. */
export type Box = readonly bigint[];

const yesNo = [true, false];

/** Values of each fact, those first that read best in an example. */
const words: Readonly<Partial<Record<AxisName, readonly string[]>>> = {
  reason: Object.keys(reasonWords),
  merchantAnswer: [...new Set(["CONFIRMED", "CONTESTED", "SILENT", ...Object.keys(merchantAnswerWords)])],
  network: [...Object.keys(networkWords), unknownWord],
  channel: [...Object.keys(channelWords), unknownWord],
};

const axisNames: readonly AxisName[] = [
  "transactionFound",
  "amountRefundable",
  "withinWindow",
  "proofPresent",
  "identityConfirmed",
  "goodsAccepted",
  "reason",
  "merchantAnswer",
  "network",
  "channel",
  "daysSinceSale",
  "amount",
];

/** The space that the rows of a policy can tell apart. `also` are tests of whoever wants to ask about more. */
export function factSpace({ rows }: Pick<PolicyContent, "rows">, also: readonly Condition[] = []): FactSpace {
  const all = [...rows.flatMap(({ when }) => when), ...also];
  return { axes: axisNames.map((name) => axisOf(name, distinct(all.filter((test) => axisFor(test) === name)))) };
}

/** All combinations. */
export function wholeBox({ axes }: FactSpace): Box {
  return axes.map(({ classes }) => (1n << BigInt(classes.length)) - 1n);
}

/** The combinations for which all of these hold. */
export function boxOf(space: FactSpace, when: readonly Condition[]): Box {
  return space.axes.map(({ name, classes }) => {
    const tests = when.filter((test) => axisFor(test) === name);
    return bits(classes, ({ values: [value] }) => tests.every((test) => holdsFor(test, value)));
  });
}

/** The one combination that some facts are. */
export function boxOfFacts({ axes }: FactSpace, facts: PolicyFacts): Box {
  return axes.map(({ tests, classes }) => {
    const verdicts = tests.map((test) => holds(test, facts));
    return bits(classes, (known) => known.holds.every((held, index) => held === verdicts[index]));
  });
}

export function intersect(left: Box, right: Box): Box | null {
  const both = left.map((mask, index) => mask & (right[index] ?? 0n));
  return both.some((mask) => mask === 0n) ? null : both;
}

/** What each of some boxes has in common with one; those that have nothing are gone. */
export function within(boxes: readonly Box[], taken: Box): readonly Box[] {
  const found: Box[] = [];
  for (const box of boxes) {
    const both = intersect(box, taken);
    if (both !== null) found.push(both);
  }
  return found;
}

/** What is left of a box without another, as boxes that do not overlap. */
export function subtract(from: Box, taken: Box): readonly Box[] {
  if (intersect(from, taken) === null) return [from];
  const left: Box[] = [];
  const rest = [...from];
  for (const [index, mask] of from.entries()) {
    const outside = mask & ~(taken[index] ?? 0n);
    if (outside !== 0n) left.push(rest.map((kept, at) => (at === index ? outside : kept)));
    rest[index] = mask & (taken[index] ?? 0n);
  }
  return left;
}

export function sizeOf(box: Box): number {
  return box.reduce((size, mask) => size * countBits(mask), 1);
}

function countBits(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest > 0n; rest >>= 1n) count += Number(rest & 1n);
  return count;
}

function bits(classes: readonly FactClass[], chosen: (of: FactClass) => boolean): bigint {
  return classes.reduce((mask, known, index) => (chosen(known) ? mask | (1n << BigInt(index)) : mask), 0n);
}

export function axisFor({ fact }: Condition): AxisName {
  return fact === "currency" ? "amount" : fact;
}

/** A test looks at its own fact only, so that the others may be anything. */
export function holdsFor(test: Condition, value: Partial<PolicyFacts> | undefined): boolean {
  return holds(test, { ...anyFacts, ...value });
}

const anyFacts: PolicyFacts = {
  amountMinor: 1,
  currency: "CNY",
  reason: "OTHER",
  daysSinceSale: 0,
  merchantAnswer: "CONFIRMED",
  transactionFound: true,
  amountRefundable: true,
  withinWindow: true,
  proofPresent: true,
  identityConfirmed: true,
  goodsAccepted: true,
};

function axisOf(name: AxisName, tests: readonly Condition[]): Axis {
  const classes = new Map<string, { values: Partial<PolicyFacts>[]; holds: boolean[] }>();
  for (const value of valuesOf(name, tests)) {
    const verdicts = tests.map((test) => holdsFor(test, value));
    // Of a sale that is not known, the age is a class of its own even where nobody asks for it.
    const key = `${value.daysSinceSale === null}${verdicts.join()}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { values: [value], holds: verdicts });
    else known.values.push(value);
  }
  return { name, tests, classes: [...classes.values()] };
}

function valuesOf(name: AxisName, tests: readonly Condition[]): readonly Partial<PolicyFacts>[] {
  if (name === "amount") return amounts(tests);
  if (name === "daysSinceSale") return days(tests);
  return (words[name] ?? yesNo).map((value) => ({ [name]: value === unknownWord ? undefined : value }));
}

/** Both sides of every limit, in every currency that a limit names, and one that none names. */
function amounts(tests: readonly Condition[]): readonly Partial<PolicyFacts>[] {
  const limits = tests.flatMap((test) =>
    test.fact !== "amount" ? [] : Object.entries("atMost" in test ? test.atMost : test.above),
  );
  const named = tests.flatMap((test) => ("in" in test ? test.in : []));
  const spoken = new Set(["CNY", ...limits.map(([currency]) => currency), ...named]);
  const unspoken = ["CHF", "AUD", "NOK", "XTS"].find((currency) => !spoken.has(currency)) ?? "XXX";
  const currencies = [...spoken, unspoken];
  return currencies.flatMap((currency) => {
    const edges = limits.filter(([of]) => of === currency).map(([, minor]) => minor);
    const around = edges.length === 0 ? [10_000] : edges.flatMap((minor) => [minor, minor + 1]);
    return [...new Set(around)].sort((left, right) => left - right).map((amountMinor) => ({ amountMinor, currency }));
  });
}

function days(tests: readonly Condition[]): readonly Partial<PolicyFacts>[] {
  const edges = tests.flatMap((test) => {
    if (test.fact !== "daysSinceSale") return [];
    const edge = "atMost" in test ? test.atMost : test.moreThan;
    return [edge, edge + 1];
  });
  return [...[...new Set([3, ...edges])].map((daysSinceSale) => ({ daysSinceSale })), { daysSinceSale: null }];
}

function distinct(tests: readonly Condition[]): readonly Condition[] {
  return [...new Map(tests.map((test) => [JSON.stringify(test), test])).values()];
}
