/** Finds what may never be kept at all: labelled security codes and the data of the magnetic stripe. */

const digit = "[0-9\uff10-\uff19]";

// The stripe and its chip image: the number, and behind it expiry and service data. The chip's reads like hexadecimal,
// so only a whole word of it counts.
const tracks = [
  /%?B\d{13,19}\^[^^\n]{1,30}\^\d{4}[^?\n]{0,60}\??/gi,
  /;?(?<![0-9a-z])\d{13,19}[=D]\d{2}(?:0[1-9]|1[0-2])\d{3,20}F?(?![0-9a-z])\??/gi,
];

const label =
  "(?:cvv[2２]?|cvc[2２]?|cvn[2２]?|cav2|csc|cid|security\\s?codes?|verification\\s?(?:codes?|values?)|card\\s?codes?" +
  "|安全码|校验码|验证码|卡背面?|背面|签名栏)";

// No two of these can read the same text in two ways, so that a hostile text costs no more than a plain one.
const filler =
  "(?:[\\s:：=＝#\"'“”‘’`(（\\[【<《,，、*-]|%3[ad]|\\b(?:is|was|are|the|my|on|back|of|card|number|code|value|no\\.?|digits?|[34][- ]digit)\\b" +
  "|[是为的号码字数后末最我卡片印]|[三四34]\\s?位)";

const threeOrFour = `${digit}(?:\\s?${digit}){2,3}`;

// An amount, a date or a longer number beside the label is not the code.
const endsThere = `(?!\\s?${digit}|[.,，]${digit}|[-/]${digit}|\\s*(?:元|年|块|CNY|RMB|USD))`;

const labelThenCode = new RegExp(`((?<![a-z])${label}${filler}{0,24}?)(?<!${digit})${threeOrFour}${endsThere}`, "giu");
const codeThenLabel = new RegExp(
  `(?<!${digit}|${digit}[.,-])${threeOrFour}(?=\\s{0,3}(?:是|为|\\bis\\b|\\bas\\b|=|\\(|（)\\s{0,3}(?:the\\s|my\\s|我的|卡的)?\\s{0,3}${label})`,
  "giu",
);

export function maskTracks(text: string): string {
  return tracks.reduce((kept, track) => kept.replace(track, "******"), text);
}

/**
 * What stands behind a code taken out may be one too ("CVV 123, 4567"): the label reaches over it. Each time over leaves
 * fewer digits, and a label reaches no further than its 24 fillers, so that a text is read a handful of times at most.
 */
export function maskSecurityCodes(text: string): string {
  const masked = text.replace(labelThenCode, "$1***").replace(codeThenLabel, "***");
  return masked === text ? text : maskSecurityCodes(masked);
}
