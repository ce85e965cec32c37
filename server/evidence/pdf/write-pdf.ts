import { PDFInvalidObject, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { bareStream } from "./bare-stream.ts";
import { trimmed } from "./odd-object.ts";
import { WrittenPdf } from "./written-pdf.ts";

/** Readers unpack a whole bundle for one object in it. */
const inABundle = 50;

/**
 * Writes these objects and nothing else: no word of who made them, when or with what. The same objects give the same bytes. The
 * library's own writer goes through all places for each object, which takes it twenty seconds for forty thousand.
 */
export function writePdf(objects: ReadonlyMap<PDFRef, PDFObject>, root: PDFRef): Uint8Array {
  const all = [...objects].sort(([one], [other]) => one.objectNumber - other.objectNumber);
  const file = new WrittenPdf((all.at(-1)?.[0].objectNumber ?? 0) + 1);
  let bundle: [PDFRef, PDFObject][] = [];
  for (const [ref, object] of all) {
    if (ref === root || ref.generationNumber !== 0 || object instanceof PDFStream || object instanceof PDFInvalidObject)
      file.add(ref, bare(object));
    else if (bundle.push([ref, object]) === inABundle) {
      file.addBundle(bundle);
      bundle = [];
    }
  }
  if (bundle.length > 0) file.addBundle(bundle);
  return file.ended(root);
}

function bare(object: PDFObject): PDFObject {
  if (object instanceof PDFInvalidObject) return trimmed(object);
  return object instanceof PDFRawStream ? bareStream(object) : object;
}
