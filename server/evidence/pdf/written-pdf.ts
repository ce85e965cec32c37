import { deflateSync } from "node:zlib";
import type { PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { joined } from "../domain/bytes.ts";

/** A PDF as it is written, object after object, with the table of where each of them stands. */
export class WrittenPdf {
  private readonly parts: Uint8Array[] = [];
  private length = 0;
  private next: number;
  /** Of each object: how it is kept, where, and its generation or its place in the bundle. */
  private readonly places = new Map<number, readonly [number, number, number]>();

  constructor(next: number) {
    this.next = next;
    this.write(Buffer.from("%PDF-1.7\n%\x81\x81\x81\x81\n\n", "latin1"));
  }

  add(ref: PDFRef, object: PDFObject): void {
    this.addBytes(ref.objectNumber, written(object), ref.generationNumber);
  }

  private addBytes(number: number, object: Uint8Array, generation = 0): void {
    this.places.set(number, [1, this.length, generation]);
    this.write(Buffer.from(`${number} ${generation} obj\n`), object, Buffer.from("\nendobj\n\n"));
  }

  addBundle(objects: readonly (readonly [PDFRef, PDFObject])[]): void {
    const number = this.next++;
    let [head, length] = ["", 0];
    const bodies = objects.map(([ref, object], index) => {
      this.places.set(ref.objectNumber, [2, number, index]);
      const body = joined([written(object), Buffer.from("\n")]);
      head += `${ref.objectNumber} ${length} `;
      length += body.length;
      return body;
    });
    const entries = `/Type /ObjStm /N ${objects.length} /First ${head.length}`;
    this.addBytes(number, packed(entries, joined([Buffer.from(head), ...bodies])));
  }

  ended(root: PDFRef): Uint8Array {
    const [at, number] = [this.length, this.next];
    this.places.set(number, [1, at, 0]);
    const places = [...this.places].sort(([one], [other]) => one - other);
    const entries = `/Type /XRef /Size ${number + 1} /Root ${root.tag} /W [1 6 2] /Index [${runs(places.map(([one]) => one))}]`;
    this.addBytes(number, packed(entries, joined(places.map(([, place]) => placed(place)))));
    this.write(Buffer.from(`startxref\n${at}\n%%EOF\n`));
    return joined(this.parts);
  }

  private write(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.parts.push(part);
      this.length += part.length;
    }
  }
}

function placed([kind, where, which]: readonly [number, number, number]): Uint8Array {
  const bytes = Buffer.alloc(9, kind);
  bytes.writeUIntBE(where, 1, 6);
  bytes.writeUInt16BE(which, 7);
  return bytes;
}

/** Where each row of numbers without a gap begins, and how long it is. */
function runs(numbers: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const number of numbers) {
    const row = rows.at(-1);
    if (row !== undefined && row[0] + row[1] === number) row[1]++;
    else rows.push([number, 1]);
  }
  return rows.flat().join(" ");
}

function packed(entries: string, content: Uint8Array): Uint8Array {
  const bytes = deflateSync(content);
  const head = `<< ${entries} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
  return joined([Buffer.from(head), bytes, Buffer.from("\nendstream")]);
}

function written(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}
