import { type Html, html } from "../../platform/http/html.ts";

/** What no line may end within: a day, an amount with its currency, a card with its digits, a word that has a hyphen. */
export const together =
  /((?:\d{4}年)?\d+月\d+日|星期.|\d{1,2} [A-Z][a-z]+(?: \d{4})?|[A-Z]{3}\s\d[\d,.]*\d|尾号 \d{4}|ending \d{4}|[Ee]-mail)/;

/** What somebody wrote, where a line ends as it likes but for these. */
export function keptWhole(text: string): readonly Html[] {
  return text.split(together).map((piece, index) => (index % 2 === 0 ? html`${piece}` : html`<i>${piece}</i>`));
}
