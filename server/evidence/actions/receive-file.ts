import type { Db } from "../../platform/database/database.ts";
import { SenderGone } from "../../platform/http/sender-gone.ts";
import { fileLimits } from "../domain/file-limits.ts";
import type { TicketRow } from "../queries/find-ticket.ts";
import { forgetParts, keepPart, keptBytes, readParts } from "./keep-part.ts";

/** As much as a sender can lose to a server that dies; smaller files are never kept in parts at all. */
const PART_BYTES = 1024 * 1024;
/** How much more than the limit is thrown away before the connection is cut: whoever sends a little too much should hear why. */
const patience = 5;

/** WHOLE: all of it is there. WRONG_OFFSET: what was sent begins elsewhere than what is kept ends. */
export type Received =
  | { readonly kind: "WHOLE"; readonly bytes: Buffer }
  | { readonly kind: "TOO_LARGE" }
  | { readonly kind: "WRONG_OFFSET" };

/**
 * Reads a file, or the rest of one, and keeps what arrives a part at a time, so that a sender whose connection breaks, or whose
 * server dies, goes on from there. At most the limit of it is ever held.
 */
export async function receiveFile(
  db: Db,
  ticket: TicketRow,
  offset: number,
  body: AsyncIterable<Uint8Array>,
): Promise<Received> {
  if (offset !== (await keptBytes(db, ticket))) return { kind: "WRONG_OFFSET" };
  let kept = offset;
  let chunks: Uint8Array[] = [];
  let waiting = 0;
  const keep = async () => {
    const part = Buffer.concat(chunks);
    const isKept = part.length === 0 || (await keepPart(db, ticket, kept, part));
    if (isKept) kept += part.length;
    [chunks, waiting] = [[], 0];
    return isKept;
  };
  try {
    for await (const chunk of body) {
      waiting += chunk.length;
      if (kept + waiting > fileLimits.bytes * patience) break;
      // What is too large is counted on, so that it can be said, and not kept.
      chunks = kept + waiting > fileLimits.bytes ? [] : [...chunks, chunk];
      const isDue = waiting >= PART_BYTES && kept + waiting <= fileLimits.bytes;
      if (isDue && !(await keep())) return { kind: "WRONG_OFFSET" };
    }
  } catch (error) {
    if (kept + waiting <= fileLimits.bytes) await keep();
    throw new SenderGone("The sender went away in the middle of a file.", { cause: error });
  }
  if (kept + waiting > fileLimits.bytes) {
    await forgetParts(db, ticket);
    return { kind: "TOO_LARGE" };
  }
  const before = kept === 0 ? Buffer.alloc(0) : await readParts(db, ticket);
  // Another sender of the same file, whose connection broke only now, may have had a part of it kept meanwhile.
  if (before.length !== kept) return { kind: "WRONG_OFFSET" };
  return { kind: "WHOLE", bytes: Buffer.concat([before, ...chunks]) };
}
