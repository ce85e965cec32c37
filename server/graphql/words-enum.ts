/** A list of words as the object that GraphQL enums are registered from: each word is its own value. */
export function wordsEnum<W extends string>(words: readonly W[]): { readonly [K in W]: K } {
  return Object.fromEntries(words.map((word) => [word, word])) as { [K in W]: K };
}
