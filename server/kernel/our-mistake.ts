/**
 * What a caller is told when the mistake is ours. It may have come behind what was written, or half-way through several, so
 * that it says nothing of whether anything was done.
 */
export function ourMistake(reference: string): string {
  return `Something went wrong on our side, and whether it was done is not known. Look before you ask again. Reference: ${reference}`;
}
