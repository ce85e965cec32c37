import { maskCardNumbers } from "../../kernel/card-text.ts";

/** Headings whose values may not be kept at all, whatever the file thinks of it. */
const secret = /cvv|cvc|cvn|csc|cav|security|track|magstripe|\bpin\b|pin_block|安全码|校验码|磁道|密码/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses the first of these, terminals obey the others
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const longest = 2000;

/** A row as the error report shows it: readable, without card numbers and security codes, and not without end. */
export function keptRow(fields: readonly string[], header: readonly string[]): string {
  return keptText(fields.map((field, place) => quoted(withoutSecret(field, header[place]))).join(","));
}

/** One field of a row, to be shown by itself. */
export function keptField(field: string, heading?: string): string {
  return keptText(withoutSecret(field, heading));
}

function withoutSecret(field: string, heading = ""): string {
  return secret.test(heading) && field !== "" ? "***" : field;
}

export function keptText(text: string): string {
  return Array.from(maskCardNumbers(text.replace(control, "\ufffd")))
    .slice(0, longest)
    .join("");
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
