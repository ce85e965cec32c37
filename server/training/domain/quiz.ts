import type { QuizQuestion } from "./course-content.ts";

/** What somebody chose for one question: places in the lists of the course's version, which the wire shows in another order. */
export interface GivenAnswer {
  readonly question: number;
  readonly chosen: readonly number[];
}

export interface Grade {
  /** Right answers in per cent, rounded down: 79.9 does not pass at 80. */
  readonly score: number;
  readonly passed: boolean;
  /** By the course's own numbering. */
  readonly right: readonly boolean[];
}

/** A question is right when exactly the right options are chosen; what is left out is wrong. */
export function grade(questions: readonly QuizQuestion[], passMark: number, given: readonly GivenAnswer[]): Grade {
  const right = questions.map(({ options }, index) => {
    const chosen = new Set(given.find(({ question }) => question === index)?.chosen ?? []);
    return options.every((option, place) => option.right === chosen.has(place)) && chosen.size <= options.length;
  });
  const count = right.filter(Boolean).length;
  const score = questions.length === 0 ? 0 : Math.floor((count * 100) / questions.length);
  return { score, passed: count * 100 >= passMark * questions.length && questions.length > 0, right };
}

/** The places 0 to length - 1 in an order that the same seed gives again: an attempt that is opened twice looks the same. */
export function shuffled(length: number, seed: string): readonly number[] {
  const next = randomFrom(seed);
  const places = Array.from({ length }, (_, place) => place);
  for (let end = length - 1; end > 0; end--) {
    const pick = Math.floor(next() * (end + 1));
    const [left, right] = [places[end] ?? 0, places[pick] ?? 0];
    places[end] = right;
    places[pick] = left;
  }
  return places;
}

/** Numbers in [0, 1) from a text: FNV-1a to begin with, then mulberry32. Order is all that hangs on it. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
