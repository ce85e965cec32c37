import type { BarePicture } from "./bare-picture.ts";
import { ascii, startsWith, u16LittleEndian, u32LittleEndian } from "./bytes.ts";

/** In the extended header: that Exif and XMP follow. */
const tellsExif = 0x08;
const tellsXmp = 0x04;
const drawn = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP"]);

/**
 * Takes a WebP apart and keeps what draws it; whatever stands behind its end goes. Null where it is not a whole still
 * picture.
 */
export function bareWebp(bytes: Uint8Array): BarePicture | null {
  if (!startsWith(bytes, "RIFF") || !startsWith(bytes, "WEBP", 8)) return null;
  const end = 8 + u32LittleEndian(bytes, 4);
  if (end > bytes.length || end < 20) return null;
  const parts: Uint8Array[] = [];
  const dropped: Uint8Array[] = end < bytes.length ? [bytes.subarray(end)] : [];
  const sizes: Size[] = [];
  for (let at = 12; at + 8 <= end; ) {
    const length = u32LittleEndian(bytes, at + 4);
    const ends = at + 8 + length + (length % 2);
    if (ends > end) return null;
    const name = ascii(bytes, at, at + 4);
    const chunk = bytes.subarray(at, ends);
    if (name === "ANIM" || name === "ANMF") return null;
    const size = sizeOf(name, chunk);
    if (size !== null) sizes.push(size);
    if (drawn.has(name)) parts.push(name === "VP8X" ? withoutFlags(chunk) : chunk);
    else dropped.push(chunk);
    at = ends;
  }
  // One picture, and before it at most the extended header with a size of its own.
  const [first, second, third] = sizes;
  const pictures = parts.filter(isPicture).length;
  if (first === undefined || third !== undefined || pictures !== 1) return null;
  const { width, height } = {
    width: Math.max(first[0], second?.[0] ?? 0),
    height: Math.max(first[1], second?.[1] ?? 0),
  };
  return { width, height, parts: [header(parts), ...parts], dropped };
}

type Size = readonly [width: number, height: number];

const isPicture = (chunk: Uint8Array) => startsWith(chunk, "VP8 ") || startsWith(chunk, "VP8L");

function sizeOf(name: string, chunk: Uint8Array): Size | null {
  if (name === "VP8X") {
    const u24 = (at: number) => u16LittleEndian(chunk, at) | ((chunk[at + 2] ?? 0) << 16);
    return [u24(12) + 1, u24(15) + 1];
  }
  if (name === "VP8 " && startsWith(chunk, "\x9d\x01\x2a", 11))
    return [u16LittleEndian(chunk, 14) & 0x3fff, u16LittleEndian(chunk, 16) & 0x3fff];
  if (name !== "VP8L" || chunk[8] !== 0x2f) return null;
  const packed = u32LittleEndian(chunk, 9);
  return [(packed & 0x3fff) + 1, (Math.floor(packed / 0x4000) & 0x3fff) + 1];
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~(tellsExif | tellsXmp);
  return copy;
}

function header(parts: readonly Uint8Array[]): Uint8Array {
  const size = 4 + parts.reduce((total, part) => total + part.length, 0);
  const bytes = new Uint8Array(12);
  bytes.set(Uint8Array.from("RIFF____WEBP", (letter) => letter.charCodeAt(0)));
  bytes.set([size & 0xff, (size >> 8) & 0xff, (size >> 16) & 0xff, (size >> 24) & 0xff], 4);
  return bytes;
}
