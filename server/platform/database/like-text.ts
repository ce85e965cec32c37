/** What somebody typed, to be found as it stands by `like` and `ilike`, whose own signs it may hold. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}
