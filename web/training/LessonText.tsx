/** What a section says: paragraphs apart by an empty line, lines that begin with "- " as a list. All of it is text, never markup. */
export function LessonText({ text }: { readonly text: string }) {
  return text
    .split(/\n{2,}/)
    .flatMap(partsOf)
    .map(({ lines, isList }, index) =>
      isList ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <ul key={index}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <p key={index}>{lines.join("\n")}</p>
      ),
    );
}

interface Part {
  readonly lines: readonly string[];
  readonly isList: boolean;
}

/** A paragraph may run into a list and out of it again. */
function partsOf(block: string): readonly Part[] {
  const parts: { lines: string[]; isList: boolean }[] = [];
  for (const line of block.split("\n")) {
    const isList = line.startsWith("- ");
    const text = isList ? line.slice(2) : line;
    const last = parts.at(-1);
    if (last?.isList === isList) last.lines.push(text);
    else parts.push({ lines: [text], isList });
  }
  return parts;
}
