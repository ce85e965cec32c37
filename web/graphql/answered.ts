import type { CombinedError, OperationResult } from "urql";

/** What a mutation answered, by one name whichever was sent; else why there is no answer. */
export async function answered<Data, Answer>(
  sent: Promise<Pick<OperationResult<Data>, "data" | "error">>,
  read: (data: Data) => Answer,
): Promise<{ readonly answer: Answer | undefined; readonly error: CombinedError | undefined }> {
  const { data, error } = await sent;
  return { answer: data === undefined ? undefined : read(data), error };
}
