import { inflateSync } from "node:zlib";
import type { FileProblem } from "../domain/file-problem.ts";
import { startsIn, withPlainNames } from "../domain/pdf-names.ts";

/** Ways of packing in which no program writes its objects today: they would only hide what is in them from us. */
const oddPacking = /\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL)(?![A-Za-z0-9])/;

const packsObjects = /\/ObjStm(?![A-Za-z])/;
const mostStreams = 2_000;
const mostInflated = 32 * 1024 * 1024;

/**
 * Looks for programs in a PDF: in what it says openly, and in the packed objects of newer ones. Pictures and texts are not
 * unpacked. Viewers run such programs in a box of their own; this keeps them from colleagues' machines all the same.
 */
export function inspectPdf(bytes: Buffer): FileProblem | null {
  const text = bytes.toString("latin1");
  if (!text.startsWith("%PDF-") || !text.slice(-1024).includes("%%EOF")) return { code: "FILE_DAMAGED" };
  let left = mostInflated;
  let openly = "";
  let at = 0;
  for (let count = 0; count < mostStreams; count++) {
    const begins = text.indexOf("stream", at);
    if (begins === -1) break;
    const head = text.slice(at, begins);
    openly += head;
    const ends = text.indexOf("endstream", begins);
    if (ends === -1) break;
    const told = withPlainNames(head.slice(-2000));
    if (packsObjects.test(told)) {
      if (oddPacking.test(told)) return { code: "FILE_DAMAGED" };
      const inflated = inflate(bytes.subarray(startOfData(text, begins), ends), left);
      // What cannot be unpacked here is locked by a password or damaged; the viewer will say so.
      left -= inflated?.length ?? 0;
      if (left <= 0) return { code: "FILE_DAMAGED" };
      if (inflated !== null && startsIn(withPlainNames(inflated))) return { code: "RUNS_PROGRAMS" };
    }
    at = ends + "endstream".length;
  }
  const rest = withPlainNames(text.slice(at));
  if (packsObjects.test(rest)) return { code: "FILE_DAMAGED" };
  return startsIn(withPlainNames(openly) + rest) ? { code: "RUNS_PROGRAMS" } : null;
}

function startOfData(text: string, begins: number): number {
  const at = begins + "stream".length;
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function inflate(packed: Buffer, most: number): string | null {
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString("latin1");
  } catch {
    // Not packed by this method, or by none: its text then stands openly in the file.
    return null;
  }
}
