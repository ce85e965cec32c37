import { crc32, deflateSync } from "node:zlib";

/** 24 by 16 pixels, as Chromium writes it, with a colour profile. */
const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAGQAAAgMBAAAAAAAAAAAAAAAAAAMEBQYH/8QAGxABAAAHAAAAAAAAAAAAAAAAAAQGQkSBgsH/xAAWAQEBAQAAAAAAAAAAAAAAAAAFBAb/xAAeEQABAwQDAAAAAAAAAAAAAAAAAQIDBBIUYQVxsf/aAAwDAQACEQMRAD8AhHQ1WCVLMVvtxPA62RFG+QZfTOb16hpw5+CWToy+Js//2Q==",
  "base64",
);

/** 24 by 16 pixels with transparency: an extended header, ALPH and VP8. */
const webp = Buffer.from(
  "UklGRlACAABXRUJQVlA4WAoAAAAwAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIGgAAAAEPMIAREUIh2wjQGZy/6Qm8BhH9nwB48ZADVlA4IEAAAAAwAwCdASoYABAAPtFUo0uoJKMhsAgBABoJbAC7GaAAik8AAP7uQx3nuj8qEXTTWyy/kEoQagUurkm4Xf1dxhgA",
  "base64",
);

export const aWebp = () => Buffer.from(webp);

/** A segment of a JPEG, and the Exif of a phone that was held upright and knew where it was. */
export function jpegSegment(marker: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content]);
}

export function exif(orientation: number, secret = "GPS 31.2304N 121.4737E"): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(secret)]));
}

/** A picture; `segments` stand where a camera puts its own, `behind` after the picture's end. */
export function aJpeg({
  segments = [],
  behind = "",
}: {
  segments?: readonly Buffer[];
  behind?: string | Buffer;
} = {}): Buffer {
  return Buffer.concat([jpeg.subarray(0, 20), ...segments, jpeg.subarray(20), Buffer.from(behind)]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  /** Of the grey dot that is drawn: another shade is another file. */
  readonly shade?: number;
  readonly text?: string;
  readonly behind?: string | Buffer;
}

/** One grey dot, whatever size its header claims. */
export function aPng({ width = 1, height = 1, shade = 128, text, behind = "" }: PngParts = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    ...(text === undefined ? [] : [pngChunk("tEXt", Buffer.from(`Comment\0${text}`, "latin1"))]),
    pngChunk("IDAT", deflateSync(Buffer.from([0, shade]))),
    pngChunk("IEND", Buffer.alloc(0)),
    Buffer.from(behind),
  ]);
}

const anEmptyPage = `1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [90 0 R] /Count 1 >>
endobj
90 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>
endobj
`;

/** A document of one empty page with these objects beside it; one under a number of that page's (1, 2, 90) takes its place. */
export function aPdf(...objects: readonly (string | Buffer)[]): Buffer {
  return pdfOf(objects, "<< /Root 1 0 R >>");
}

/** One that a password locks. */
export function aLockedPdf(...objects: readonly (string | Buffer)[]): Buffer {
  return pdfOf(
    objects,
    "<< /Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >> /ID [(a) (b)] >>",
  );
}

function pdfOf(objects: readonly (string | Buffer)[], trailer: string): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${anEmptyPage}`),
    ...objects.map((object) => Buffer.from(object)),
    Buffer.from(`trailer\n${trailer}\n%%EOF\n`),
  ]);
}

/** Text in a Chinese font that the file does not bring along, over a black stripe as a fax or a scanner codes it (CCITT). */
export function aChinesePdf(text: string): Buffer {
  const inUnicode = Buffer.from(text, "utf16le").swap16().toString("hex");
  const drawing = `q 200 0 0 40 50 20 cm /Scan Do Q BT /Song 24 Tf 50 120 Td <${inUnicode}> Tj ET`;
  // Eight rows that equal the one before, the first of them white; read the other way round they are black.
  const scan = Buffer.from([0xff, 0x00, 0x10, 0x01]);
  return aPdf(
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R",
    " /Resources << /Font << /Song 5 0 R >> /XObject << /Scan 8 0 R >> >> >>\nendobj\n",
    `4 0 obj\n<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream\nendobj\n`,
    "5 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>\nendobj\n",
    "6 0 obj\n<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R",
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>\nendobj\n",
    "7 0 obj\n<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]",
    " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>\nendobj\n",
    "8 0 obj\n<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray",
    " /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 /Rows 8 >>",
    ` /Length ${scan.length} >>\nstream\n`,
    scan,
    "\nendstream\nendobj\n",
  );
}

/** Objects packed as newer PDFs pack them. */
export function packedObjects(content: string): Buffer {
  const packed = deflateSync(Buffer.from(content));
  const head = `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream\nendobj\n")]);
}

/** An archive without anything in it: its end is all that there is. */
export function aZip(): Buffer {
  return Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18)]);
}
