/** By column, the heading of the file that somebody said stands for it; null: none does. What is left out is found by name. */
export type ChosenColumns = Readonly<Record<string, string | null>>;

const most = 60;

/** Reads what came over the wire as JSON; null where it is nothing of the kind. */
export function readChosenColumns(text: string | undefined): ChosenColumns | null {
  if (text === undefined || text === "") return {};
  const parsed = parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const entries = Object.entries(parsed);
  if (entries.length > most) return null;
  const isChosen = (entry: [string, unknown]): entry is [string, string | null] =>
    entry[0].length <= 64 && (entry[1] === null || (typeof entry[1] === "string" && entry[1].length <= 200));
  return entries.every(isChosen) ? Object.fromEntries(entries) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no choice.
    return null;
  }
}
