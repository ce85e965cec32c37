const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Somebody's words as they may stand in HTML, between tags and in a quoted attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? "");
}
