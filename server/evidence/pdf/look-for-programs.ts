import type { FileProblem } from "../domain/file-problem.ts";
import { objectBundles, plainlyPacked, startsIn, startsOpenly, withPlainNames } from "../domain/pdf-names.ts";
import { inflateWhatIsWhole, mostUnpacked } from "./inflate.ts";

/**
 * Looks for programs in all of a file that is kept to the byte, whatever part of it a viewer takes for its objects: in every
 * byte, and in every bundle of objects. One that is packed in a way in which no program packs them would hide them from us.
 */
export function programsIn(bytes: Buffer, text: string): FileProblem | null {
  if (startsOpenly(text)) return { code: "RUNS_PROGRAMS" };
  let left = mostUnpacked(bytes.length);
  for (const { index } of text.matchAll(objectBundles)) {
    const begins = text.indexOf("stream", index);
    if (begins === -1) return { code: "FILE_DAMAGED" };
    const packing = plainlyPacked(withPlainNames(text.slice(Math.max(0, text.lastIndexOf("obj", index)), begins)));
    if (packing === "ODDLY") return { code: "FILE_DAMAGED" };
    if (packing === "NOT") continue;
    // Locked ones do not unpack at all.
    const plain = inflateWhatIsWhole(bytes.subarray(startOfData(text, begins)), left);
    if (plain === "TOO_MUCH") return { code: "TOO_INTRICATE" };
    left -= plain.length;
    if (startsIn(withPlainNames(Buffer.from(plain).toString("latin1")))) return { code: "RUNS_PROGRAMS" };
  }
  return null;
}

function startOfData(text: string, begins: number): number {
  const at = begins + "stream".length;
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}
