export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/**
 * The word that is being written after an @ right before the caret; null where none is. Running Chinese puts no space before
 * it; a letter or figure before it makes it an e-mail address.
 */
export function mentionBegun(text: string, caret: number): string | null {
  const [, begun] = /(?:^|[^\p{Script=Latin}\p{Number}._%+@-])@([^@\n]{0,30})$/u.exec(text.slice(0, caret)) ?? [];
  return begun ?? null;
}

/** Colleagues whose name begins as it is written, or has a part that does. */
export function fitting<C extends Colleague>(colleagues: readonly C[], begun: string): readonly C[] {
  const word = begun.toLocaleLowerCase();
  return colleagues.filter(({ name }) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(word) || lower.split(" ").some((part) => part.startsWith(word));
  });
}

/** The begun word made into the whole name, and where the caret stands then. */
export function completed(text: string, caret: number, begun: string, name: string): readonly [string, number] {
  const head = `${text.slice(0, caret - begun.length)}${name} `;
  return [head + text.slice(caret), head.length];
}

/** Who is called in the text: whose whole name stands behind an @, the longer name first. */
export function mentionedIn<C extends Colleague>(text: string, colleagues: readonly C[]): readonly C[] {
  let rest = text;
  const called: C[] = [];
  for (const colleague of [...colleagues].sort((left, right) => right.name.length - left.name.length)) {
    if (!rest.includes(`@${colleague.name}`)) continue;
    called.push(colleague);
    rest = rest.replaceAll(`@${colleague.name}`, " ");
  }
  return called;
}

/** As many as one note can call by names that must be asked for. */
const MOST_CALLS = 20;

/** How each name begins that may stand behind an @: a word, or two characters of Chinese, which no space ends. */
export function beginningsOf(text: string): readonly string[] {
  const begun = text.matchAll(
    /(?<![\p{Script=Latin}\p{Number}._%+-])@(\p{Script=Han}{1,2}|[\p{Letter}\p{Mark}'’-]{1,30})/gu,
  );
  return [...new Set(Array.from(begun, ([, name]) => name ?? ""))].slice(0, MOST_CALLS);
}
