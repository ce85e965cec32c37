import { fileTypeFromBuffer } from "file-type";
import { done, type Result, refused } from "../kernel/result.ts";
import { sha256 } from "../platform/journal.ts";
import { bareJpeg } from "./domain/bare-jpeg.ts";
import type { BarePicture } from "./domain/bare-picture.ts";
import { barePng } from "./domain/bare-png.ts";
import { bareWebp } from "./domain/bare-webp.ts";
import { joined } from "./domain/bytes.ts";
import { fileLimits } from "./domain/file-limits.ts";
import type { FileProblem } from "./domain/file-problem.ts";
import { hiddenIn } from "./domain/hidden-file.ts";
import type { MediaType } from "./domain/media-types.ts";
import { barePdfApart } from "./pdf/bare-pdf-apart.ts";

/**
 * A file as it may be kept: what it is by its content. A picture is without what a camera says of time, place and owner, a PDF
 * without who made it and what stood in it before; only one that is signed or locked by a password is as it was sent.
 */
export interface InspectedFile {
  readonly mediaType: MediaType;
  readonly content: Buffer;
  readonly sha256: string;
}

const pictures: Readonly<
  Record<string, { readonly mediaType: MediaType; bare(bytes: Uint8Array): BarePicture | null }>
> = {
  "image/jpeg": { mediaType: "image/jpeg", bare: bareJpeg },
  "image/png": { mediaType: "image/png", bare: barePng },
  "image/apng": { mediaType: "image/png", bare: barePng },
  "image/webp": { mediaType: "image/webp", bare: bareWebp },
};

/** How much of a file is looked at to tell its kind: enough for those that are taken, and a bound for all others. */
const telling = 4100;

/** Tells what a file is by its content alone, never by its name; it is written anew without what does not belong to it. */
export async function inspectFile(bytes: Buffer): Promise<Result<InspectedFile, FileProblem>> {
  if (bytes.length === 0) return refused({ code: "FILE_EMPTY" });
  if (bytes.length > fileLimits.bytes) return refused({ code: "FILE_TOO_LARGE", mostBytes: fileLimits.bytes });
  const found = (await fileTypeFromBuffer(bytes.subarray(0, telling)))?.mime ?? null;
  const picture = found === null ? undefined : pictures[found];
  if (picture !== undefined) return inspectPicture(bytes, picture.mediaType, picture.bare(bytes));
  if (found !== "application/pdf") return refused({ code: "TYPE_NOT_TAKEN", found });
  const hidden = hiddenIn(bytes, []);
  if (hidden !== null) return refused({ code: "HIDES_ANOTHER_FILE", found: hidden });
  const bare = await barePdfApart(bytes);
  return bare.ok ? kept("application/pdf", Buffer.from(bare.value)) : bare;
}

function inspectPicture(
  bytes: Buffer,
  mediaType: MediaType,
  bare: BarePicture | null,
): Result<InspectedFile, FileProblem> {
  if (bare === null) return refused({ code: "FILE_DAMAGED" });
  const hidden = hiddenIn(bytes, bare.dropped);
  if (hidden !== null) return refused({ code: "HIDES_ANOTHER_FILE", found: hidden });
  const { width, height, parts } = bare;
  if (width === 0 || height === 0) return refused({ code: "FILE_DAMAGED" });
  if (width * height > fileLimits.pixels || Math.max(width, height) > fileLimits.side) {
    return refused({ code: "PICTURE_TOO_LARGE", mostPixels: fileLimits.pixels });
  }
  return kept(mediaType, Buffer.from(joined(parts).buffer));
}

function kept(mediaType: MediaType, content: Buffer): Result<InspectedFile, FileProblem> {
  return done({ mediaType, content, sha256: sha256(content) });
}
