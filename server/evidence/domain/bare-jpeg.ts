import type { BarePicture } from "./bare-picture.ts";
import { ascii, startsWith, u16 } from "./bytes.ts";
import { orientationIn, orientationSegment } from "./exif-orientation.ts";

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;

/** Tables and frames without which nothing can be drawn. */
const drawn = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Takes a JPEG apart and keeps what draws it: tables, frame, scans, colour profile, and which side is up. Whatever else the
 * camera wrote goes, and so does all that stands behind the picture's end. Null where it is not a whole JPEG.
 */
export function bareJpeg(bytes: Uint8Array): BarePicture | null {
  if (u16(bytes, 0) !== 0xff00 + start) return null;
  const parts: Uint8Array[] = [];
  const dropped: Uint8Array[] = [];
  let [at, width, height, scans, orientation] = [2, 0, 0, 0, 1];
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1] ?? 0;
    if (marker === end) {
      if (scans === 0 || width === 0 || height === 0) return null;
      parts.push(bytes.subarray(at, at + 2));
      if (at + 2 < bytes.length) dropped.push(bytes.subarray(at + 2));
      const [first, ...rest] = parts;
      const head = first !== undefined && isJfif(first) ? [first] : [];
      const body = head.length === 0 ? parts : rest;
      return { width, height, parts: [bytes.subarray(0, 2), ...head, ...sideUp(orientation), ...body], dropped };
    }
    const ends = at + 2 + u16(bytes, at + 2);
    if (ends < at + 4 || ends > bytes.length) return null;
    const segment = bytes.subarray(at, ends);
    if (isFrame(marker)) {
      if (width !== 0) return null;
      [height, width] = [u16(segment, 5), u16(segment, 7)];
      parts.push(segment);
    } else if (marker === scan) {
      scans++;
      const next = endOfScan(bytes, ends);
      if (next === null) return null;
      parts.push(bytes.subarray(at, next));
      at = next;
      continue;
    } else if (drawn.has(marker) || isProfile(marker, segment) || (parts.length === 0 && isJfif(segment))) {
      parts.push(segment);
    } else {
      if (marker === 0xe1) orientation = orientationIn(segment.subarray(4)) ?? orientation;
      dropped.push(segment);
    }
    at = ends;
  }
  return null;
}

/** The plain header, without a thumbnail in it. */
function isJfif(segment: Uint8Array): boolean {
  return segment[1] === 0xe0 && segment.length === 18 && startsWith(segment, "JFIF\0", 4);
}

/** The colour profile, and how Adobe's programs mixed the colours: without them it would be drawn in wrong ones. */
function isProfile(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return ascii(segment, 4, 16) === "ICC_PROFILE\0";
  return marker === 0xee && startsWith(segment, "Adobe", 4);
}

/** Behind a scan's header come its data, in which 0xFF stands only before 0x00, a restart or another 0xFF. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return null;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return null;
}

function sideUp(orientation: number): Uint8Array[] {
  return orientation === 1 ? [] : [orientationSegment(orientation)];
}
