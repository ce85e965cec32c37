import { isCardNumber, maskCardNumber, resemblesCardNumber } from "./card-number.ts";

/** Whatever people put between the digits of a card number: blanks, dashes of every kind, dots, invisible joiners. */
const separator = "[\\p{Zs}\\t\\p{Pd}\u2212._/\u00b7\u2022\u200b-\u200d\u2060\ufeff]{1,3}";
const digit = "[0-9\uff10-\uff19]";

const digitRun = new RegExp(`${digit}+(?:${separator}${digit}+)*`, "gu");
const splitter = new RegExp(`(${separator})`, "u");

/** Identifiers and checksums, which may hold any row of digits: left alone as wholes. */
const identifier =
  /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?<![0-9a-f])(?=[0-9]*[a-f])[0-9a-f]{32,128}(?![0-9a-f]))/gi;

// The magnetic stripe and its chip image: the number with expiry and service data behind it, which may not be kept at all.
const tracks = [/%?B\d{13,19}\^[^^\n]{1,30}\^\d{4}[^?\n]{0,60}\??/gi, /;?\d{13,19}[=D]\d{7,24}F?\??/gi];

const codeLabel =
  "(?:cvv2?|cvc2?|cvn2?|cav2|csc|cid|security\\s?codes?|verification\\s?(?:codes?|values?)|card\\s?codes?" +
  "|安全码|校验码|验证码|卡背(?:面)?|背面|签名栏)";
const filler =
  "(?:[\\s:：=＝#\"'“”‘’`(（\\[【<《,，、*-]|%3[ad]|is|was|are|the|my|on|back|of|card|number|code|value|no\\.?|digits?|\\b[34][-\\s]?digit" +
  "|是|为|的|号码|号|码|数字|后|末|最后|[三四34]\\s?位数?|我|卡片?|印)";
const threeOrFour = `${digit}(?:\\s?${digit}){2,3}`;
// An amount, a year or a longer number beside the label is none of ours.
const notMore = `(?!\\s?${digit}|[.,，]${digit}|[-/]${digit}|\\s*(?:元|年|块|CNY|RMB|USD))`;
const labelledCode = new RegExp(`((?<![a-z])${codeLabel}${filler}{0,14}?)(?<!${digit})${threeOrFour}${notMore}`, "giu");
const codeThenLabel = new RegExp(
  `(?<![${"0-9\uff10-\uff19"}.,-])${threeOrFour}(\\s*(?:是|为|is|as|was|=|\\(|（)\\s*(?:the|my|我的|卡的)?\\s*${codeLabel})`,
  "giu",
);

const toAsciiDigits = (text: string) => text.replace(/[\uff10-\uff19]/g, (wide) => wide.normalize("NFKC"));

/** Order numbers often open with the day they were made on; no network issues cards that begin so. */
const opensWithDay = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

interface Span {
  readonly first: number;
  readonly last: number;
  readonly digits: string;
}

/** As cards are printed and dictated: one block, fours, 4-6-5, 4-6-4, 6-13. */
function isPrinted(lengths: readonly number[]): boolean {
  const shape = lengths.join("-");
  return lengths.length === 1 || /^(?:4-){3,4}[1-4]$|^4-6-[45]$|^6-1[03]$|^8-8$/.test(shape);
}

/** Any other way of breaking a number up, except around a retrieval reference or a phone number. */
function isBroken(lengths: readonly number[], separators: ReadonlySet<string>): boolean {
  return (
    separators.size === 1 && !/^[./_]/.test([...separators].join("")) && !lengths.includes(12) && !lengths.includes(11)
  );
}

function spansOf(groups: readonly string[], separators: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = "";
    for (let last = first; last < groups.length && digits.length < 19; last += 1) {
      digits += groups[last] ?? "";
      if (groups[first] === "" || groups[last] === "") continue;
      if (digits.length < 13 || digits.length > 19 || opensWithDay.test(digits)) continue;
      const lengths = groups.slice(first, last + 1).map(({ length }) => length);
      const between = new Set(separators.slice(first, last));
      const printed = isPrinted(lengths);
      const certain = isCardNumber(digits) && (printed || isBroken(lengths, between));
      if (certain || (printed && resemblesCardNumber(digits))) spans.push({ first, last, digits });
    }
  }
  // A number whose check digit is right wins over a neighbour that only looks like one.
  return spans.sort((left, right) => Number(isCardNumber(right.digits)) - Number(isCardNumber(left.digits)));
}

function maskRun(run: string): string {
  const pieces = run.split(splitter);
  const groups = pieces.filter((_, index) => index % 2 === 0).map(toAsciiDigits);
  const separators = pieces.filter((_, index) => index % 2 === 1);
  const [span] = spansOf(groups, separators);
  if (span === undefined) return run;
  const before = pieces.slice(0, span.first * 2).join("");
  const after = pieces.slice(span.last * 2 + 1).join("");
  return maskRun(before) + maskCardNumber(span.digits) + maskRun(after);
}

function maskPiece(text: string): string {
  const withoutTracks = tracks.reduce((kept, track) => kept.replace(track, "******"), text);
  return withoutTracks.replace(labelledCode, "$1***").replace(codeThenLabel, "***$1").replace(digitRun, maskRun);
}

/**
 * Takes full card numbers and security codes out of anything a person typed or named a file. Of a number the first six
 * and last four stay, of a code nothing. Masking twice changes nothing more.
 */
export function maskCardNumbers(text: string): string {
  return text
    .split(identifier)
    .map((piece, index) => (index % 2 === 1 ? piece : maskPiece(piece)))
    .join("");
}
