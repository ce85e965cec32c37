import { windowDaysFor } from "./evaluate.ts";
import {
  type Axis,
  type Box,
  boxOf,
  boxOfFacts,
  type FactSpace,
  factSpace,
  holdsFor,
  intersect,
  sizeOf,
  subtract,
  wholeBox,
  within,
} from "./fact-space.ts";
import type { Condition, PolicyContent, PolicyFacts } from "./policy-content.ts";

/** What is wrong, or worth a look, in a decision table, each with a case to show it on. Rows count from one. */
export type PolicyFinding =
  /** Everything that can be known is known, and yet no row decides: `when` is the row that would. */
  | { readonly kind: "GAP"; readonly when: readonly Condition[]; readonly example: PolicyFacts }
  /** Rows above decide every case that this one fits; or no case fits it at all, and there is no example. */
  | {
      readonly kind: "UNREACHABLE";
      readonly row: number;
      readonly behind: readonly number[];
      readonly example: PolicyFacts | null;
    }
  /** Both fit some case and say different things of it, and neither is the other's exception: order alone decides. */
  | {
      readonly kind: "OVERLAP";
      readonly row: number;
      readonly behind: readonly number[];
      readonly example: PolicyFacts;
    }
  /** The rows cut the facts into more parts than can be reckoned, so that nobody knows whether there is a gap. */
  | { readonly kind: "TOO_LARGE" };

/** A case of which nothing is still awaited: the sale is found, a person's check and the shop's word are in. */
const settled: readonly Condition[] = [
  { fact: "transactionFound", is: true },
  { fact: "merchantAnswer", in: ["CONFIRMED", "CONTESTED", "SILENT"] },
  { fact: "identityConfirmed", is: true },
  { fact: "goodsAccepted", is: true },
];

/** Of a sale that is not on file, neither age nor money nor window can be known. */
const notFound: readonly Condition[] = [
  { fact: "transactionFound", is: false },
  { fact: "amountRefundable", is: false },
  { fact: "withinWindow", is: false },
];
const found: readonly Condition[] = [{ fact: "transactionFound", is: true }];

/** A table that nobody could read anyway is not reckoned to its end. */
const mostBoxes = 20_000;

/** Reckons exactly which row decides which cases; the order of findings is that of the table, gaps last. */
export function checkPolicy(content: PolicyContent, most = mostBoxes): readonly PolicyFinding[] {
  const space = factSpace(content, [...settled, ...notFound]);
  const worlds = possible(space);
  const rows = content.rows.map(({ when }) => boxOf(space, when));
  const findings: PolicyFinding[] = [];
  let left: readonly Box[] = worlds;
  for (const [index, row] of rows.entries()) {
    if (within(left, row).length === 0) findings.push(unreachable(content, space, rows, index, worlds));
    else findings.push(...overlaps(content, space, rows, index, worlds));
    left = left.flatMap((box) => subtract(box, row));
    if (left.length > most) return [...findings, { kind: "TOO_LARGE" }];
  }
  const [known = []] = within(worlds, boxOf(space, settled));
  const gaps = merged(within(left, known));
  return [...findings, ...gaps.map((box) => gapOf(content, space, box, known))];
}

/** Which row decides these facts, reckoned by boxes: the same answer as reading the table, by another road. */
export function rowsFitting(content: PolicyContent, facts: PolicyFacts): readonly number[] {
  const space = factSpace(content);
  const point = boxOfFacts(space, facts);
  let left: readonly Box[] = [wholeBox(space)];
  const fitting: number[] = [];
  for (const [index, { when }] of content.rows.entries()) {
    const row = boxOf(space, when);
    if (within(within(left, row), point).length > 0) fitting.push(index + 1);
    left = left.flatMap((box) => subtract(box, row));
  }
  return within(left, point).length > 0 ? [...fitting, 0] : fitting;
}

function possible(space: FactSpace): readonly Box[] {
  const aged = space.axes.map(({ name, classes }, index) =>
    name === "daysSinceSale"
      ? maskOf(classes, (value) => value.daysSinceSale !== null)
      : (wholeBox(space)[index] ?? 0n),
  );
  const ageless = space.axes.map(({ name, classes }, index) =>
    name === "daysSinceSale"
      ? maskOf(classes, (value) => value.daysSinceSale === null)
      : (wholeBox(space)[index] ?? 0n),
  );
  return [...within([aged], boxOf(space, found)), ...within([ageless], boxOf(space, notFound))];
}

function maskOf(classes: Axis["classes"], chosen: (value: Partial<PolicyFacts>) => boolean): bigint {
  return classes.reduce((mask, { values }, at) => (values.some(chosen) ? mask | (1n << BigInt(at)) : mask), 0n);
}

function unreachable(
  content: PolicyContent,
  space: FactSpace,
  rows: readonly Box[],
  index: number,
  worlds: readonly Box[],
): PolicyFinding {
  const row = rows[index] ?? [];
  const fits = within(worlds, row);
  const behind = rows.slice(0, index).flatMap((above, at) => (within(fits, above).length > 0 ? [at + 1] : []));
  const [first] = fits;
  const example = first === undefined ? null : exampleOf(content, space, first);
  return { kind: "UNREACHABLE", row: index + 1, behind, example };
}

function overlaps(
  content: PolicyContent,
  space: FactSpace,
  rows: readonly Box[],
  index: number,
  worlds: readonly Box[],
): readonly PolicyFinding[] {
  const row = rows[index] ?? [];
  const behind: number[] = [];
  let example: PolicyFacts | null = null;
  for (const [at, above] of rows.slice(0, index).entries()) {
    if (content.rows[at]?.outcome === content.rows[index]?.outcome) continue;
    const [both] = within(within(worlds, row), above);
    // Whatever the row above is an exception to lies around it: that is what order is for.
    if (both === undefined || subtract(above, row).length === 0 || isGuard(content.rows[at]?.when)) continue;
    behind.push(at + 1);
    example ??= exampleOf(content, space, both);
  }
  return example === null ? [] : [{ kind: "OVERLAP", row: index + 1, behind, example }];
}

/** A row that asks one question only guards all below it, e.g. "no proof": everybody reads it so. */
function isGuard(when: readonly Condition[] | undefined): boolean {
  return when !== undefined && when.length <= 1;
}

/** Boxes that differ in one fact only are said as one. */
function merged(boxes: readonly Box[]): readonly Box[] {
  const kept = [...boxes];
  for (let joined = true; joined; ) {
    joined = false;
    for (let left = 0; left < kept.length && !joined; left += 1) {
      for (let right = left + 1; right < kept.length && !joined; right += 1) {
        const both = joinOf(kept[left] ?? [], kept[right] ?? []);
        if (both === null) continue;
        kept.splice(right, 1);
        kept[left] = both;
        joined = true;
      }
    }
  }
  return kept.sort((left, right) => sizeOf(right) - sizeOf(left));
}

function joinOf(left: Box, right: Box): Box | null {
  const differing = left.flatMap((mask, index) => (mask === right[index] ? [] : [index]));
  if (differing.length > 1) return null;
  return left.map((mask, index) => mask | (right[index] ?? 0n));
}

function gapOf(content: PolicyContent, space: FactSpace, box: Box, within: Box): PolicyFinding {
  const when = space.axes
    .flatMap((axis, index) => demand(axis, box[index] ?? 0n, within[index] ?? 0n))
    .sort((left, right) => placeOf(left) - placeOf(right));
  return { kind: "GAP", when, example: exampleOf(content, space, box) };
}

/** What people ask about first is said first. */
const readFirst: readonly Condition["fact"][] = ["reason", "merchantAnswer", "amount", "daysSinceSale"];
const placeOf = ({ fact }: Condition) => (readFirst.includes(fact) ? readFirst.indexOf(fact) : readFirst.length);

/** The tests that single out some classes of a fact among those that count. */
function demand({ name, classes, tests }: Axis, mask: bigint, within: bigint): readonly Condition[] {
  if (mask === within) return [];
  const inside = classes.filter((_, at) => (mask & (1n << BigInt(at))) !== 0n);
  const outside = classes.filter((_, at) => (within & ~mask & (1n << BigInt(at))) !== 0n);
  if (name === "amount" || name === "daysSinceSale") {
    const telling = tests.flatMap((test, index): readonly Condition[] => {
      if (inside.every(({ holds }) => holds[index]) && outside.some(({ holds }) => !holds[index])) return [test];
      const opposite = oppositeOf(test);
      const none = inside.every(({ holds }) => !holds[index]) && outside.some(({ holds }) => holds[index]);
      return none && opposite !== null ? [opposite] : [];
    });
    return fewest(telling, outside);
  }
  const values = inside.flatMap((known) => known.values.map((value) => value[name]));
  if (values.every((value) => typeof value === "boolean")) {
    return [{ fact: name, is: values[0] === true } as Condition];
  }
  return [{ fact: name, in: [...new Set(values.map((value) => String(value ?? "UNKNOWN")))] } as Condition];
}

/** Leaves out what the others say already: each that stays keeps out some class that no other does. */
function fewest(telling: readonly Condition[], outside: Axis["classes"]): readonly Condition[] {
  const excludes = (tests: readonly Condition[]) =>
    outside.every(({ values: [value] }) => tests.some((test) => !holdsFor(test, value)));
  let kept = telling;
  for (const test of telling) {
    const others = kept.filter((other) => other !== test);
    if (others.length > 0 && excludes(others)) kept = others;
  }
  return kept;
}

function oppositeOf(test: Condition): Condition | null {
  if (test.fact === "amount") {
    return "atMost" in test ? { fact: "amount", above: test.atMost } : { fact: "amount", atMost: test.above };
  }
  if (test.fact !== "daysSinceSale") return null;
  return "atMost" in test
    ? { fact: "daysSinceSale", moreThan: test.atMost }
    : { fact: "daysSinceSale", atMost: test.moreThan };
}

/** A case out of the box that could be on somebody's desk. */
function exampleOf(content: PolicyContent, space: FactSpace, box: Box): PolicyFacts {
  const facts: PolicyFacts = Object.assign(
    {},
    ...space.axes.map(
      ({ classes }, index) => classes.find((_, at) => ((box[index] ?? 0n) & (1n << BigInt(at))) !== 0n)?.values[0],
    ),
  );
  const days = facts.withinWindow ? facts.daysSinceSale : windowDaysFor(content, facts.reason) + 1;
  const likelier = { ...facts, daysSinceSale: days };
  const fits = facts.daysSinceSale !== null && intersect(boxOfFacts(space, likelier), box) !== null;
  return withoutUnknowns(fits ? likelier : facts);
}

/** What is not known is left out, as it is in what is kept. */
function withoutUnknowns({ network, channel, ...facts }: PolicyFacts): PolicyFacts {
  return { ...facts, ...(network !== undefined && { network }), ...(channel !== undefined && { channel }) };
}
