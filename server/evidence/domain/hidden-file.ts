import { ascii, startsWith, u16LittleEndian, u32LittleEndian } from "./bytes.ts";

const endOfZip = "PK\x05\x06";
const longestZipComment = 0xffff;
const markup = ["<script", "<html", "<!doctype", "<?php", "<svg ", "<iframe"];

/**
 * What else a file can be read as, beside the picture or document that it begins as: programs find an archive by its end and
 * a PDF anywhere in the first kilobyte, and browsers once guessed at pages. Null: nothing.
 */
export function hiddenIn(whole: Uint8Array, dropped: readonly Uint8Array[]): string | null {
  if (endsAsZip(whole)) return "application/zip";
  if (!startsWith(whole, "%PDF-") && ascii(whole, 0, 1024).includes("%PDF-")) return "application/pdf";
  return dropped.some(holdsMarkup) ? "text/html" : null;
}

/** An archive's end says how long its own comment is, which must reach to the very end of the file. */
function endsAsZip(bytes: Uint8Array): boolean {
  const earliest = Math.max(0, bytes.length - 22 - longestZipComment);
  for (let at = bytes.length - 22; at >= earliest; at--) {
    if (bytes[at] !== 0x50 || !startsWith(bytes, endOfZip, at)) continue;
    const [directory, where] = [u32LittleEndian(bytes, at + 12), u32LittleEndian(bytes, at + 16)];
    if (at + 22 + u16LittleEndian(bytes, at + 20) === bytes.length && directory <= at && where <= at) return true;
  }
  return false;
}

function holdsMarkup(piece: Uint8Array): boolean {
  for (let at = piece.indexOf(0x3c); at !== -1; at = piece.indexOf(0x3c, at + 1)) {
    const tag = ascii(piece, at, at + 9).toLowerCase();
    if (markup.some((word) => tag.startsWith(word))) return true;
  }
  return false;
}
