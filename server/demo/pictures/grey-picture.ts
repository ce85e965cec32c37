import { crc32, deflateSync } from "node:zlib";
import { letters } from "./letters.ts";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture in shades of grey, one byte a dot: 0 is black, 255 white. */
export class GreyPicture {
  readonly width: number;
  readonly height: number;
  private readonly dots: Buffer;

  /** Paper, a little darker towards the bottom, as light falls on it. */
  constructor(width: number, height: number, top: number, bottom: number) {
    this.width = width;
    this.height = height;
    this.dots = Buffer.alloc(width * height);
    for (let y = 0; y < height; y++) this.fill(0, y, width, 1, Math.round(top + ((bottom - top) * y) / height));
  }

  fill(left: number, top: number, width: number, height: number, shade: number): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++) {
      this.dots.fill(shade, y * this.width + Math.max(0, left), y * this.width + Math.min(this.width, left + width));
    }
  }

  /** Writes one line; letters that a printer does not have are left blank. Returns where the line ends. */
  write(text: string, left: number, top: number, size: number, shade: number): number {
    let at = left;
    for (const letter of text.toUpperCase()) {
      for (const [row, line] of (letters[letter] ?? []).entries()) {
        for (let column = 0; column < 5; column++) {
          if ((line & (16 >> column)) !== 0) this.fill(at + column * size, top + row * size, size, size, shade);
        }
      }
      at += 6 * size;
    }
    return at;
  }

  toPng(): Buffer {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    // Eight bits a dot, grey, and the only ways of packing and filtering that there are.
    head.set([8, 0, 0, 0, 0], 8);
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      this.dots.copy(rows, y * (this.width + 1) + 1, y * this.width, (y + 1) * this.width);
    }
    return Buffer.concat([
      signature,
      chunk("IHDR", head),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
