/** Rights of approval have names of their own; whatever else can be asked for is an approval. */
const names: Readonly<Record<string, "first" | "second">> = { APPROVAL_FIRST: "first", APPROVAL_SECOND: "second" };

export function levelName(right: string): "first" | "second" | "other" {
  return names[right] ?? "other";
}
