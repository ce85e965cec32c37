/** Finds card numbers in a row of digits that blanks, dashes and the like break into groups. */
import { isCardNumber, maskCardNumber, resemblesCardNumber } from "./card-number.ts";

/** Whatever people put between the digits: blanks, dashes of every kind, dots, invisible joiners. */
const separator = "[\\p{Zs}\\t\\p{Pd}\u2212._/\u00b7\u2022\u200b-\u200d\u2060\ufeff]{1,3}";
const digit = "[0-9\uff10-\uff19]";

const digitRun = new RegExp(`${digit}+(?:${separator}${digit}+)*`, "gu");
const splitter = new RegExp(`(${separator})`, "u");

/** Order numbers often open with the day they were made on; no network issues cards that begin so. */
const opensWithDay = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

interface Run {
  readonly groups: readonly string[];
  readonly separators: readonly string[];
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly digits: string;
  /** The check digit is right; where two overlap, this one wins over one that only looks like a card number. */
  readonly certain: boolean;
}

function toRun(text: string): Run {
  const pieces = text.split(splitter);
  return {
    groups: pieces.filter((_, index) => index % 2 === 0).map((group) => group.normalize("NFKC")),
    separators: pieces.filter((_, index) => index % 2 === 1),
  };
}

/** As cards are printed and dictated: one block, fours, 4-6-5, 4-6-4, 6-13. */
function isPrinted(lengths: readonly number[]): boolean {
  return lengths.length === 1 || /^(?:4-){3,4}[1-4]$|^4-6-[45]$|^6-1[03]$|^8-8$/.test(lengths.join("-"));
}

/** Any other way of breaking a number up, except around a retrieval reference or a phone number. */
function isBroken(lengths: readonly number[], between: readonly string[]): boolean {
  const [first = ""] = between;
  const even = between.every((one) => one === first) && !/^[./_]/.test(first);
  return even && !lengths.includes(12) && !lengths.includes(11);
}

function spanOf(run: Run, first: number, last: number, digits: string): Span | null {
  if (digits.length < 13 || opensWithDay.test(digits)) return null;
  const lengths = run.groups.slice(first, last + 1).map(({ length }) => length);
  const printed = isPrinted(lengths);
  const certain = isCardNumber(digits) && (printed || isBroken(lengths, run.separators.slice(first, last)));
  return certain || (printed && resemblesCardNumber(digits)) ? { first, last, digits, certain } : null;
}

/** Every group may open a number; of those that it opens the longest comes first. */
function spansFrom(run: Run, first: number): Span[] {
  const found: Span[] = [];
  let digits = "";
  for (let last = first; last < run.groups.length; last += 1) {
    digits += run.groups[last];
    if (digits.length > 19) break;
    const span = spanOf(run, first, last, digits);
    if (span !== null) found.unshift(span);
  }
  return found;
}

/** Which span each group belongs to. */
function choose(run: Run): readonly (Span | undefined)[] {
  const spans = run.groups.flatMap((_, first) => spansFrom(run, first));
  const chosen: (Span | undefined)[] = run.groups.map(() => undefined);
  for (const span of [...spans.filter(({ certain }) => certain), ...spans.filter(({ certain }) => !certain)]) {
    const free = chosen.slice(span.first, span.last + 1).every((taken) => taken === undefined);
    if (free) chosen.fill(span, span.first, span.last + 1);
  }
  return chosen;
}

/** Three digits that end the run behind a card number, or behind its expiry, are its security code. */
function isTrailingCode(run: Run, index: number, chosen: readonly (Span | undefined)[]): boolean {
  const behind = (back: number) => chosen[index - back] !== undefined;
  const short = (back: number) => /^\d{2}(?:\d{2})?$/.test(run.groups[index - back] ?? "");
  const last = index === run.groups.length - 1 && /^\d{3}$/.test(run.groups[index] ?? "");
  return last && (behind(1) || (short(1) && (behind(2) || (short(2) && behind(3)))));
}

function maskRun(text: string, beforeAnAmountWord: boolean): string {
  const run = toRun(text);
  const chosen = choose(run);
  if (chosen.every((span) => span === undefined)) return text;
  const originals = text.split(splitter);
  return run.groups
    .map((_, index) => {
      const span = chosen[index];
      if (span !== undefined) return span.first === index ? maskCardNumber(span.digits) : "";
      return isTrailingCode(run, index, chosen) && !beforeAnAmountWord ? "***" : originals[index * 2];
    })
    .reduce<string>((masked, group, index) => {
      const inside = chosen[index] !== undefined && chosen[index] === chosen[index - 1];
      return masked + (index === 0 || inside ? "" : run.separators[index - 1]) + group;
    }, "");
}

export function maskCardRuns(text: string): string {
  return text.replace(digitRun, (run, offset: number) =>
    maskRun(run, /^\s*(?:元|块|CNY|RMB|USD|[,，]\d)/i.test(text.slice(offset + run.length, offset + run.length + 8))),
  );
}
