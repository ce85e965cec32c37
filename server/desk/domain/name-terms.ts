/** Longest beginning of a word, and longest run of Chinese, that is a term of its own. */
const LONGEST_WORD = 12;
const LONGEST_RUN = 4;
/** Two Chinese characters, or three letters. */
const SHORTEST = 3;
/** A question of more parts than this is narrow enough by the first of them. */
const MOST_TERMS = 6;

const han = "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const runs = new RegExp(`[${han}]{2,}`, "gu");
const words = new RegExp(`[^\\u0001-\\u002f\\u003a-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u303f${han}]+`, "gu");

/**
 * The terms that a name must have to be what somebody typed, the narrowest first; `name_terms` in the database gives the terms that a
 * name has. None: too short to search by.
 */
export function termsOf(typed: string): readonly string[] {
  const folded = typed
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found = [
    ...(folded.match(runs) ?? []).flatMap(partsOfRun),
    ...(folded.match(words) ?? []).map((word) => Array.from(word).slice(0, LONGEST_WORD).join("")),
  ];
  const terms = [...new Set(found)].sort((left, right) => weight(right) - weight(left)).slice(0, MOST_TERMS);
  // One letter alone would be a page of everybody.
  return terms.some((term) => weight(term) >= SHORTEST) ? terms : [];
}

function partsOfRun(run: string): readonly string[] {
  const characters = Array.from(run);
  if (characters.length <= LONGEST_RUN) return [run];
  return Array.from({ length: characters.length - LONGEST_RUN + 1 }, (_, at) =>
    characters.slice(at, at + LONGEST_RUN).join(""),
  );
}

/** A Chinese character tells more than a letter. */
function weight(term: string): number {
  const { length } = Array.from(term);
  return /^[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(term) ? length * 1.5 : length;
}
