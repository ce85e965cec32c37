/** By it a spreadsheet knows UTF-8. */
const mark = "\uFEFF";

/** Lines as a CSV file, as the desk's own exports write them: RFC 4180, and nothing in it is taken for a formula. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return mark + lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
