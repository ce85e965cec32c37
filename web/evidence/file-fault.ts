export interface FileLimits {
  readonly bytes: number;
  readonly filesPerCase: number;
  readonly mediaTypes: readonly string[];
}

/** What can be told of a file before a byte of it is sent. What it truly is, the server tells from its content. */
export function fileFault(
  { size, type }: Pick<File, "size" | "type">,
  limits: FileLimits | undefined,
): "tooLarge" | "typeNotTaken" | "empty" | null {
  if (size === 0) return "empty";
  if (limits === undefined) return null;
  if (size > limits.bytes) return "tooLarge";
  return type === "" || limits.mediaTypes.includes(type) ? null : "typeNotTaken";
}
