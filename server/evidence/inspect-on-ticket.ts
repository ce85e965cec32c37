import { type Result, refused } from "../kernel/result.ts";
import type { FileProblem } from "./domain/file-problem.ts";
import { type InspectedFile, inspectFile } from "./inspect-file.ts";
import type { TicketRow } from "./queries/find-ticket.ts";

const inspected = new Set<string>();

/** One file at a time on a ticket: a refused one does not spend it, and the same one could be sent any number of times at once. */
export async function inspectOnTicket(
  { hash }: Pick<TicketRow, "hash">,
  bytes: Buffer,
): Promise<Result<InspectedFile, FileProblem>> {
  if (inspected.has(hash)) return refused({ code: "BUSY" });
  inspected.add(hash);
  try {
    return await inspectFile(bytes);
  } finally {
    inspected.delete(hash);
  }
}
