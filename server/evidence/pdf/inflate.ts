import { constants, inflateSync } from "node:zlib";

/** Unpacks at most so much, and what can be unpacked where its end is missing. Null: packed in another way, locked or damaged. */
export function inflate(packed: Uint8Array, most: number): Uint8Array | "TOO_MUCH" | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return error instanceof RangeError ? "TOO_MUCH" : null;
  }
}

/** As much as can be unpacked before it is damaged, as viewers do it. */
export function inflateWhatIsWhole(packed: Uint8Array, most: number): Uint8Array | "TOO_MUCH" {
  const all = inflate(packed, most);
  if (all !== null) return all;
  let [whole, broken] = [0, packed.length];
  while (broken - whole > 1) {
    const middle = (whole + broken) >> 1;
    if (inflate(packed.subarray(0, middle), most) === null) broken = middle;
    else whole = middle;
  }
  return inflate(packed.subarray(0, whole), most) ?? new Uint8Array();
}

const [floor, times, cap] = [1024 * 1024, 20, 32 * 1024 * 1024];

/** How much of the objects of a file of this size is unpacked. Programs pack them to a tenth. */
export const mostUnpacked = (bytes: number): number => Math.min(cap, Math.max(floor, bytes * times));
