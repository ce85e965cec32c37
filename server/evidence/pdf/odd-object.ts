import { PDFInvalidObject } from "@cantoo/pdf-lib";

/** An object that the library could not take apart, as it stands in the file. */
export function textOf(object: PDFInvalidObject): string {
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes.toString("latin1");
}

/** Without the blanks around it, which would grow each time it is written. */
export function trimmed(object: PDFInvalidObject): PDFInvalidObject {
  return PDFInvalidObject.of(Buffer.from(textOf(object).trim(), "latin1"));
}
