/** Why the desk cannot start, as one line for whoever runs it; shown without a stack. */
export class StartUpError extends Error {
  override readonly name = "StartUpError";
}

/** The code of a failed system call, such as EACCES. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What failed, in one line: an AggregateError, as a refused connection is, has an empty message of its own. */
export function oneLine(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(oneLine).join("; ");
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, " ").trim();
}
