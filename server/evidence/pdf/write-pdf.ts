import {
  PDFArray,
  PDFContext,
  PDFHeader,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStreamWriter,
} from "@cantoo/pdf-lib";
import { bareJpeg } from "../domain/bare-jpeg.ts";
import { joined } from "../domain/bytes.ts";
import { trimmed } from "./odd-object.ts";

/** Writes these objects and nothing else: no word of who made them, when or with what. The same objects give the same bytes. */
export function writePdf(objects: ReadonlyMap<PDFRef, PDFObject>, root: PDFRef): Promise<Uint8Array> {
  const context = PDFContext.create();
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo = { Root: root };
  for (const [ref, object] of objects) context.assign(ref, bare(object));
  return PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

function bare(object: PDFObject): PDFObject {
  if (object instanceof PDFInvalidObject) return trimmed(object);
  if (!(object instanceof PDFRawStream) || !isJpeg(object)) return object;
  const picture = bareJpeg(object.contents);
  return picture === null || picture.dropped.length === 0
    ? object
    : PDFRawStream.of(object.dict, joined(picture.parts));
}

/** A picture that is a whole JPEG, packed in no other way besides. */
function isJpeg({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(PDFName.of("Filter"));
  return (filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter) === PDFName.of("DCTDecode");
}
