import { htmlText } from "../../kernel/html-text.ts";

/** Text that is HTML already. Nothing becomes it but through `html`, which escapes whatever it is given. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | null | false | readonly Html[];

/** A page out of pieces: html`<p>${whatSomebodyWrote}</p>` holds their words and never their tags. */
export function html(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(fixed.map((text, index) => text + shown(pieces[index] ?? null)).join(""));
}

function shown(piece: Piece): string {
  if (piece === null || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map(({ text }) => text).join("");
  return htmlText(String(piece));
}
