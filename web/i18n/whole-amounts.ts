/** A sentence of the server's in which no line ends between a currency and its amount. */
export function wholeAmounts(sentence: string): string {
  return sentence.replace(/\b([A-Z]{3}) (?=\d)/g, "$1\u00a0");
}
