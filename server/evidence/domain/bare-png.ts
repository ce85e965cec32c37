import type { BarePicture } from "./bare-picture.ts";
import { ascii, startsWith, u32 } from "./bytes.ts";

const signature = "\x89PNG\r\n\x1a\n";

/** What draws the picture in its right colours and size. Texts, times, Exif and the frames of an animation are not here. */
const drawn = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "iCCP",
  "cICP",
  "sBIT",
  "pHYs",
  "bKGD",
]);

/** Takes a PNG apart and keeps what draws it; whatever stands behind its end goes. Null where it is not a whole PNG. */
export function barePng(bytes: Uint8Array): BarePicture | null {
  if (!startsWith(bytes, signature) || ascii(bytes, 12, 16) !== "IHDR" || u32(bytes, 8) !== 13) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const dropped: Uint8Array[] = [];
  let data = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const ends = at + 12 + u32(bytes, at);
    if (ends > bytes.length) return null;
    const name = ascii(bytes, at + 4, at + 8);
    (drawn.has(name) ? parts : dropped).push(bytes.subarray(at, ends));
    data ||= name === "IDAT";
    if (name === "IEND") {
      if (ends < bytes.length) dropped.push(bytes.subarray(ends));
      return data ? { width: u32(bytes, 16), height: u32(bytes, 20), parts, dropped } : null;
    }
    at = ends;
  }
  return null;
}
