import { deflateSync } from "node:zlib";
import { barePdf } from "../../server/evidence/pdf/bare-pdf.ts";
import { aPdf } from "./files.ts";
import { anObject, packed, revised } from "./pdf-files.ts";

export const drawing = "BT /F 24 Tf 50 120 Td (Paid twice) Tj ET";
export const shown = "/Contents 4 0 R /Resources << /Font << /F 6 0 R >> >>";
export const page = (more = "") => anObject(90, `/Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] ${more}`);
export const words = () => [
  page(shown),
  anObject(4, "", drawing),
  anObject(6, "/Type /Font /Subtype /Type1 /BaseFont /Helvetica"),
];

/** What is kept of a file that is taken. */
export async function keptOf(file: Buffer): Promise<Buffer> {
  const bare = await barePdf(file);
  if (!bare.ok) throw new Error(bare.error.code);
  return Buffer.from(bare.value);
}

/** By Li Na in every place where a file says so, and changed by somebody since. */
export function byLiNa(author = "Li Na"): Buffer {
  const xmp = `<x:xmpmeta><dc:creator>${author}</dc:creator></x:xmpmeta>`;
  const word = `/PieceInfo << /Word << /LastModified (D:2026) /Private (${author}) >> >>`;
  return revised(
    aPdf(
      ...words(),
      anObject(1, `/Type /Catalog /Pages 2 0 R /Metadata 10 0 R ${word}`),
      page(`${shown} /Thumb 11 0 R /LastModified (D:20260101) /Metadata 12 0 R ${word}`),
      anObject(10, "/Type /Metadata /Subtype /XML", xmp),
      anObject(11, "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", author),
      anObject(12, "/Type /Metadata /Subtype /XML /Filter /FlateDecode", deflateSync(xmp)),
      packed(13, { 14: `<< /Author (${author}) /Producer (Word) /CreationDate (D:20260101) >>` }),
    ),
    `<< /Root 1 0 R /Info 14 0 R /ID [(${author}) (${author})] >>`,
    anObject(10, "/Type /Metadata /Subtype /XML", "<x:xmpmeta>Wang Fang</x:xmpmeta>"),
  );
}
