import { fromBase64Url, toBase64Url } from "./base64url.ts";

// In every runtime; the pure project has neither DOM nor Node types to say so.
declare const crypto: { getRandomValues(bytes: Uint8Array): unknown };

/** A UUID in lower case. */
export type Id = string;

const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return isUuid.test(text);
}

/** Asked for in one go: for ten bytes a time the call alone costs more than all the rest of an id. */
const pool = new Uint8Array(4096);
let used = pool.length;

function randomBytes(length: number): Uint8Array {
  if (used + length > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

let lastMs = 0;
let lastCount = 0;

/**
 * A UUID of version 7: sorted by time of creation, within this process strictly, even in one millisecond
 * or when the wall clock is set back. Rows made together therefore lie together in the index.
 */
export function newId(): Id {
  const bytes = randomBytes(10);
  const [high = 0, low = 0] = bytes;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // Eleven random bits leave at least two thousand more ids of this millisecond before it borrows the next.
    lastCount = ((high & 0x07) << 8) | low;
  } else if (lastCount === 0xfff) {
    lastMs += 1;
    lastCount = 0;
  } else {
    lastCount += 1;
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const count = lastCount.toString(16).padStart(3, "0");
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  let tail = "";
  for (let index = 2; index < bytes.length; index += 1) tail += hex[bytes[index] ?? 0];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** A GraphQL type's name and the row's id. */
export interface NodeRef {
  readonly type: string;
  readonly id: Id;
}

/** The opaque identifier that the wire shows for a row. */
export function toGlobalId(type: string, id: Id): string {
  return toBase64Url(`${type}:${id}`);
}

/** Null for anything that `toGlobalId` did not make. */
export function fromGlobalId(text: string): NodeRef | null {
  if (text.length > 200) return null;
  const [, type, id] = /^([A-Za-z][A-Za-z0-9]*):(.+)$/.exec(fromBase64Url(text) ?? "") ?? [];
  return type === undefined || id === undefined || !isId(id) ? null : { type, id };
}
