const opening = "[\\p{Ps}\\p{Pi}]*";
const closing = "[\\p{Pe}\\p{Pf}，。、；：！？…,.;:!?%]*";
/** What no line may part: a letter, or a run of them that is not Chinese, with the marks that cling to it. */
const piece = new RegExp(
  `${opening}(?:[\\p{Script=Latin}\\p{Nd}](?:[-+.,:/_@]?[\\p{Script=Latin}\\p{Nd}])*|.)${closing}`,
  "gsu",
);

const longest = 40;

/**
 * Where a line may end within a word. Chinese breaks between any two characters, which the layout does not know by itself,
 * but never before a mark that closes or after one that opens; numbers and names in it stay whole.
 */
export function breaksOf(word: string): string[] {
  if (!/\p{Script=Han}/u.test(word)) return word.length > longest ? lettersOf(word) : [word];
  return (word.match(piece) ?? [word]).flatMap((part) => (part.length > longest ? lettersOf(part) : [part, ""]));
}

function lettersOf(word: string): string[] {
  return Array.from(word).flatMap((letter) => [letter, ""]);
}
