/** Whether a text from outside is one of our words. */
export function isOneOf<T extends string>(words: readonly T[], text: string): text is T {
  const known: readonly string[] = words;
  return known.includes(text);
}
