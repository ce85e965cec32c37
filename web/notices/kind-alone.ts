/** A notice's kind where it stands beside whom it is for: that is not said twice. */
export function kindAlone(kind: string): string {
  return kind.replace(/ ?[（(][^（()）]*[)）]$/, "");
}
