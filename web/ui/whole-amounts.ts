/** Written text with no line break between a currency and its digits. */
export function wholeAmounts(text: string): string {
  return text.replace(/(?<![A-Za-z])([A-Z]{3}) (?=[\u2212\d])/g, "$1\u00a0");
}
