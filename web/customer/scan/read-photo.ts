import { openCodeReader } from "./code-reader.ts";
import { readCode, type SlipCode } from "./read-code.ts";

/** A code found in a photo; "NONE": no code of a slip in it; "UNREADABLE": no reader to be had. */
export type PhotoRead = SlipCode | "NONE" | "UNREADABLE";

/** First small, which is quick and enough for most; then as it is, for a small code on a long slip. */
const sides = [1600, 4000] as const;

export async function readPhoto(photo: Blob): Promise<PhotoRead> {
  try {
    const read = await openCodeReader();
    for (const side of sides) {
      const picture = await pictureOf(photo, side);
      const code = (await read(picture)).map(readCode).find((found) => found !== null);
      picture.close();
      if (code != null) return code;
    }
    return "NONE";
  } catch {
    // The reader could not be fetched, or has no room for the picture: typing goes on as before.
    return "UNREADABLE";
  }
}

async function pictureOf(photo: Blob, side: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(photo);
  const { width, height } = whole;
  const share = side / Math.max(width, height);
  if (share >= 1) return whole;
  const small = await createImageBitmap(whole, {
    resizeWidth: Math.round(width * share),
    resizeHeight: Math.round(height * share),
    resizeQuality: "high",
  });
  whole.close();
  return small;
}
