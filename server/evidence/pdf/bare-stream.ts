import { PDFArray, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { bareJpeg } from "../domain/bare-jpeg.ts";
import { joined } from "../domain/bytes.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { inflate } from "./inflate.ts";

/** A picture without what its camera says; anything else as it is. */
export function bareStream(stream: PDFRawStream): PDFRawStream {
  const jpeg = jpegIn(stream);
  const picture = jpeg === null ? null : bareJpeg(jpeg);
  if (picture === null || picture.dropped.length === 0) return stream;
  stream.dict.set(PDFName.of("Filter"), PDFName.of("DCTDecode"));
  const parameters = stream.dict.lookup(PDFName.of("DecodeParms"));
  const last = parameters instanceof PDFArray ? parameters.get(parameters.size() - 1) : undefined;
  if (last !== undefined) stream.dict.set(PDFName.of("DecodeParms"), last);
  return PDFRawStream.of(stream.dict, joined(picture.parts));
}

/** A JPEG that is packed in no other way besides, or as everything is packed. */
function jpegIn({ dict, contents }: PDFRawStream): Uint8Array | null {
  const filter = dict.lookup(PDFName.of("Filter"));
  const ways: readonly (PDFObject | undefined)[] =
    filter instanceof PDFArray ? filter.asArray().map((_way, index) => filter.lookup(index)) : [filter];
  if (ways.at(-1) !== PDFName.of("DCTDecode")) return null;
  if (ways.length === 1) return contents;
  if (ways.length > 2 || ways[0] !== PDFName.FlateDecode) return null;
  const jpeg = inflate(contents, fileLimits.bytes);
  return jpeg === "TOO_MUCH" ? null : jpeg;
}
