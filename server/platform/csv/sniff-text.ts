import { isUtf8 } from "node:buffer";

/** What the beginning of a file gives away when it is not the UTF-8 text that its name says. */
export type NotText =
  | { readonly kind: "NOT_TEXT"; readonly looksLike: "EXCEL_OR_ZIP" | "PDF" | "PICTURE" | "UNKNOWN" }
  | { readonly kind: "NOT_UTF8"; readonly looksLike: "UTF-16" | "GB18030"; readonly line: number | null };

const signatures = [
  { bytes: "504b0304", looksLike: "EXCEL_OR_ZIP" },
  { bytes: "d0cf11e0", looksLike: "EXCEL_OR_ZIP" },
  { bytes: "1f8b", looksLike: "EXCEL_OR_ZIP" },
  { bytes: "25504446", looksLike: "PDF" },
  { bytes: "89504e47", looksLike: "PICTURE" },
  { bytes: "ffd8ff", looksLike: "PICTURE" },
  { bytes: "47494638", looksLike: "PICTURE" },
] as const;

export function startsWithMark(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** Null for text in UTF-8; a damaged byte here and there is the matter of its row. */
export function sniffNotText(head: Buffer): NotText | null {
  const signature = signatures.find(({ bytes }) => head.toString("hex", 0, 4).startsWith(bytes));
  if (signature !== undefined) return { kind: "NOT_TEXT", looksLike: signature.looksLike };
  if (isUtf16(head)) return { kind: "NOT_UTF8", looksLike: "UTF-16", line: null };
  if (head.includes(0) || controlShare(head) > 0.02) return { kind: "NOT_TEXT", looksLike: "UNKNOWN" };
  const line = firstGbLine(head);
  return line === null ? null : { kind: "NOT_UTF8", looksLike: "GB18030", line };
}

/** By its mark, or by a zero in every other place, as Latin letters and digits have it. */
function isUtf16(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 5;
  return (even > enough && odd === 0) || (odd > enough && even === 0);
}

function controlShare(head: Buffer): number {
  if (head.length === 0) return 0;
  const controls = head.reduce((sum, byte) => (byte < 9 || (byte > 13 && byte < 32) ? sum + 1 : sum), 0);
  return controls / head.length;
}

const gb18030 = new TextDecoder("gb18030", { fatal: true });

/** The first line that is Chinese of another encoding, in a head with more such lines than lines of real UTF-8. */
function firstGbLine(head: Buffer): number | null {
  if (isUtf8(head)) return null;
  const found: number[] = [];
  let utf8Lines = 0;
  let line = 0;
  for (let at = 0; at < head.length; ) {
    const end = head.indexOf(10, at);
    // The last line of the head may be cut in the middle of a character.
    if (end === -1 && found.length + utf8Lines > 0) break;
    const bytes = head.subarray(at, end === -1 ? head.length : end);
    line += 1;
    at = end === -1 ? head.length : end + 1;
    if (bytes.every((byte) => byte < 128)) continue;
    if (isUtf8(bytes)) utf8Lines += 1;
    else if (isGb18030(bytes)) found.push(line);
  }
  return found.length > utf8Lines ? (found[0] ?? null) : null;
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    gb18030.decode(bytes);
    return true;
  } catch {
    // A fatal decoder answers by throwing.
    return false;
  }
}
