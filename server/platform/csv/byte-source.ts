import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

/** Bytes that can be read from any place on, again and again: a file, an upload in the database, a buffer in a test. */
export interface ByteSource {
  readonly bytes: number;
  open(from: number): AsyncIterable<Uint8Array>;
}

/** A quarter of a megabyte a read: below it the calls show, above it the memory does. */
const chunkBytes = 256 * 1024;

export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return { bytes: size, open: (from) => createReadStream(path, { start: from, highWaterMark: chunkBytes }) };
}

export function bufferSource(content: Uint8Array): ByteSource {
  return {
    bytes: content.byteLength,
    async *open(from) {
      for (let at = from; at < content.byteLength; at += chunkBytes) yield content.subarray(at, at + chunkBytes);
    },
  };
}

/** The first bytes from a place on, at most so many. */
export async function readAt(source: ByteSource, from: number, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open(from)) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
}
