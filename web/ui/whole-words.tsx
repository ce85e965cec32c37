import type { ReactNode } from "react";
import { wholeAmounts } from "./whole-amounts.ts";

const caseNumber = /(\b[A-Z]{2,4}-\d{2}-\d{6}\b)/;

/** Written text in which no line ends within the number of a case, or between a currency and its digits. */
export function wholeWords(text: string): readonly ReactNode[] {
  return withKeys(text.split(caseNumber)).map(([key, piece]) =>
    caseNumber.test(piece) ? (
      <span key={key} className="whole">
        {piece}
      </span>
    ) : (
      wholeAmounts(piece)
    ),
  );
}

/** Pieces of one text in their order; the same words may stand twice. */
export function withKeys(pieces: readonly string[]): readonly (readonly [key: string, piece: string])[] {
  return pieces.map((piece, index) => [`${index} ${piece}`, piece]);
}
