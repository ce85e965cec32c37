const mostNamed = 10;

/** "Lin Xiao, Zhou Hang and 3 others"; null where nobody is meant. */
export function peopleInWords(names: readonly string[] | null, locale: "zh-CN" | "en"): string | null {
  if (names === null || names.length === 0) return null;
  const [named, more] = [names.slice(0, mostNamed), names.length - mostNamed];
  if (locale === "zh-CN") return named.join("、") + (more > 0 ? ` 等 ${names.length} 人` : "");
  return named.join(", ") + (more > 0 ? ` and ${more} ${more === 1 ? "other" : "others"}` : "");
}
