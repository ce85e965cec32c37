import { PDFArray, type PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";

/** The least that any kind of key signs with. */
const least = 64;

/** A signature says which bytes of this very file it has signed: all from its beginning but the signature itself. */
export function isSignature(dict: PDFDict, file: Uint8Array): boolean {
  const range = dict.lookup(PDFName.of("ByteRange"));
  const numbers = range instanceof PDFArray && range.size() === 4 ? range.asArray() : [];
  const [from, before, behind, length] = numbers.map((item) =>
    item instanceof PDFNumber ? item.asNumber() : Number.NaN,
  );
  if (from !== 0 || before === undefined || behind === undefined || length === undefined) return false;
  if (![before, behind, length].every((number) => Number.isInteger(number) && number > 0)) return false;
  const isWithin = before < behind && behind + length <= file.length && file[before] === "<".charCodeAt(0);
  const said = dict.lookup(PDFName.Contents);
  if (!isWithin || !(said instanceof PDFHexString || said instanceof PDFString)) return false;
  const bytes = said.asBytes();
  return bytes.length >= least && bytes.some((byte) => byte !== 0);
}
