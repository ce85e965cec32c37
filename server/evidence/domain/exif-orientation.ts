import { startsWith, u16, u16LittleEndian, u32, u32LittleEndian } from "./bytes.ts";

const orientationTag = 0x0112;

/** Which way the camera was held (2 to 8) by the Exif part of a JPEG; null where it does not say, or all is well. */
export function orientationIn(exif: Uint8Array): number | null {
  if (!startsWith(exif, "Exif\0\0")) return null;
  const tiff = exif.subarray(6);
  const little = startsWith(tiff, "II");
  if (!little && !startsWith(tiff, "MM")) return null;
  const [short, long] = little ? [u16LittleEndian, u32LittleEndian] : [u16, u32];
  const directory = long(tiff, 4);
  const entries = Math.min(short(tiff, directory), 500);
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (short(tiff, entry) !== orientationTag) continue;
    const turned = short(tiff, entry + 8);
    return turned >= 2 && turned <= 8 ? turned : null;
  }
  return null;
}

/** A JPEG part that says which side is up, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  // biome-ignore format: marker and length, name, header, one entry, no further directory
  return Uint8Array.of(
    0xff, 0xe1, 0x00, 0x22,
    0x45, 0x78, 0x69, 0x66, 0x00, 0x00,
    0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08,
    0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00,
  );
}
