import { deflateSync, inflateSync } from "node:zlib";
import { aPdf } from "./files.ts";

/** "Paid twice", written by Li Na with Word, laid out for the web: its first page first, packed objects, tables as streams. */
export const forTheWeb = () =>
  Buffer.from(
    "JVBERi0xLjcKJb/3ov4KMiAwIG9iago8PCAvTGluZWFyaXplZCAxIC9MIDE1MjIgL0ggWyA2NTAgMTIwIF0gL08gNiAvRSAxMjQ3IC9OIDEgL1QgMTI0NiA+PgplbmRvYmoKICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKMyAwIG9iago8PCAvVHlwZSAvWFJlZiAvTGVuZ3RoIDQzIC9GaWx0ZXIgL0ZsYXRlRGVjb2RlIC9EZWNvZGVQYXJtcyA8PCAvQ29sdW1ucyA0IC9QcmVkaWN0b3IgMTIgPj4gL1cgWyAxIDIgMSBdIC9JbmRleCBbIDIgMTAgXSAvSW5mbyAxMCAwIFIgL1Jvb3QgNCAwIFIgL1NpemUgMTIgL1ByZXYgMTI0NyAgICAgICAgICAgICAgICAgIC9JRCBbPGQzOTg0Zjk5ZjQ0ZDc4ZDFhY2M3ZjRiZTgzMmJkOGMxPjxkMzk4NGY5OWY0NGQ3OGQxYWNjN2Y0YmU4MzJiZDhjMT5dID4+CnN0cmVhbQp4nGNiZOBnYGJgOAkkmBpBLEMgwVgBYjWAiGIGJsa/wiAWAyOYAABsjgQhCmVuZHN0cmVhbQplbmRvYmoKICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgCjQgMCBvYmoKPDwgL1BhZ2VzIDkgMCBSIC9UeXBlIC9DYXRhbG9nID4+CmVuZG9iago1IDAgb2JqCjw8IC9GaWx0ZXIgL0ZsYXRlRGVjb2RlIC9TIDM2IC9MZW5ndGggNDMgPj4Kc3RyZWFtCnicY2BgYGZgYOpiAALGuwxwAGUzATELQhSkFowZGIoZ2KWYdzAAAHRsA6cKZW5kc3RyZWFtCmVuZG9iago2IDAgb2JqCjw8IC9Db250ZW50cyA3IDAgUiAvTWVkaWFCb3ggWyAwIDAgMzAwIDIwMCBdIC9QYXJlbnQgOSAwIFIgL1Jlc291cmNlcyA8PCAvRm9udCA8PCAvRiAxMSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjcgMCBvYmoKPDwgL0xlbmd0aCA0NSAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KeJxzClHQd1MwMlEISVMwNVAwNDJQCElR0AhIzExRKCnPTE7VVAjJAgCkzQmlZW5kc3RyZWFtCmVuZG9iago4IDAgb2JqCjw8IC9UeXBlIC9PYmpTdG0gL0xlbmd0aCAxMzQgL0ZpbHRlciAvRmxhdGVEZWNvZGUgL04gMyAvRmlyc3QgMTYgPj4Kc3RyZWFtCnics1QwUDA0UDAxUTA0VLAw5rKxUdB3zi/NK1EwVND3zkwpVohWMAOqCVKIVdAPqSxIVdAPSExPLVawswOrdSwtycgvUtDwyVTwS9QEShblp5QmpwJFwvOLUjRhypwSi1Pd8oGm6nuk5pSllmQmJyroB5cmlYBNBJlrCDMerAyoDQBD3SuXZW5kc3RyZWFtCmVuZG9iagoxIDAgb2JqCjw8IC9UeXBlIC9YUmVmIC9MZW5ndGggMTYgL0ZpbHRlciAvRmxhdGVEZWNvZGUgL0RlY29kZVBhcm1zIDw8IC9Db2x1bW5zIDQgL1ByZWRpY3RvciAxMiA+PiAvVyBbIDEgMiAxIF0gL1NpemUgMiAvSUQgWzxkMzk4NGY5OWY0NGQ3OGQxYWNjN2Y0YmU4MzJiZDhjMT48ZDM5ODRmOTlmNDRkNzhkMWFjYzdmNGJlODMyYmQ4YzE+XSA+PgpzdHJlYW0KeJxjYgACJkaW+wwAAfYA6QplbmRzdHJlYW0KZW5kb2JqCiAgICAgICAgICAgICAgIApzdGFydHhyZWYKMjE2CiUlRU9GCg==",
    "base64",
  );

/** An object of a file, with what it streams. */
export function anObject(number: number, entries: string, content?: string | Buffer): Buffer {
  const bytes = content === undefined ? null : Buffer.from(content);
  const dict = `<< ${entries}${bytes === null ? "" : ` /Length ${bytes.length}`} >>`;
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${dict}\n`),
    ...(bytes === null ? [] : [Buffer.from("stream\n"), bytes, Buffer.from("\nendstream\n")]),
    Buffer.from("endobj\n"),
  ]);
}

/** The file and a change to it, which leaves all that stood there before where it is. */
export function revised(file: Buffer, trailer: string, ...objects: readonly Buffer[]): Buffer {
  return Buffer.concat([file, ...objects, Buffer.from(`trailer\n${trailer}\n%%EOF\n`)]);
}

/** A signed one: its signature covers all bytes but itself. */
export function aSignedPdf(author: string, ...objects: readonly Buffer[]): Buffer {
  const seal = `<30${"5a".repeat(99)}>`;
  const places = ["BEFORE....", "BEHIND....", "LENGTH...."];
  const file = revised(
    aPdf(
      anObject(1, "/Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [5 0 R] >>"),
      anObject(5, "/FT /Sig /T (Seal) /V 6 0 R"),
      anObject(6, `/Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 ${places.join(" ")}] /Contents ${seal}`),
      anObject(7, `/Author (${author})`),
      ...objects,
    ),
    "<< /Root 1 0 R /Info 7 0 R >>",
  ).toString("latin1");
  const before = file.indexOf(seal);
  const behind = before + seal.length;
  const numbers = [before, behind, file.length - behind];
  const signed = numbers.reduce((text, number, at) => text.replace(places[at] ?? "", String(number).padEnd(10)), file);
  return Buffer.from(signed, "latin1");
}

/** Objects in a stream of their own, as many as there are. */
export function packed(number: number, objects: Readonly<Record<number, string>>): Buffer {
  let [head, body] = ["", ""];
  for (const [inside, content] of Object.entries(objects)) {
    head += `${inside} ${body.length} `;
    body += `${content} `;
  }
  const entries = `/Type /ObjStm /N ${Object.keys(objects).length} /First ${head.length} /Filter /FlateDecode`;
  return anObject(number, entries, deflateSync(Buffer.from(head + body), { level: 1 }));
}

/** One whose text says what it is: a heading, a line, a cell; each in an object of its own, packed a hundred together. */
export function aTaggedPdf(objects: number): Buffer {
  const element = (number: number) =>
    `<< /Type /StructElem /S /Span /P 99 0 R /Pg 90 0 R /K [${number % 997}] /ActualText (line ${number}) /A << /O /Layout /BBox [1 2 3 4] >> >>`;
  const bundles = Array.from({ length: Math.ceil(objects / 100) }, (_bundle, index) => {
    const numbers = Array.from({ length: 100 }, (_number, inside) => 1_000 + index * 100 + inside);
    return packed(900_000 + index, Object.fromEntries(numbers.map((number) => [number, element(number)])));
  });
  const kids = Array.from({ length: objects }, (_kid, index) => `${1_000 + index} 0 R`).join(" ");
  return aPdf(
    anObject(1, "/Type /Catalog /Pages 2 0 R /StructTreeRoot 99 0 R"),
    anObject(99, `/Type /StructTreeRoot /K [${kids}]`),
    ...bundles,
  );
}

/** All that can be found in a file by whoever looks for words: as it stands, and unpacked. */
export function wordsOf(file: Uint8Array): string {
  const bytes = Buffer.from(file);
  const text = bytes.toString("latin1");
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: word }) =>
    unpacked(bytes.subarray(index + word.length)),
  );
  return [text, ...streams].join("\n");
}

function unpacked(packed: Buffer): string {
  try {
    return inflateSync(packed).toString("latin1");
  } catch {
    // Not packed by this method: it stands openly in the file.
    return "";
  }
}
