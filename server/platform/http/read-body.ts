/** How much more than the limit is thrown away before the connection is cut: whoever sends a little too much should hear why. */
const patience = 5;

/** The connection ended in the middle of a body. Nobody is left to be told, and it is no fault of ours. */
class SenderGone extends Error {
  readonly statusCode = 400;
  readonly code = "SENDER_GONE";
}

/** The whole body, or null where it is larger than allowed; at most that much of it is ever held. */
export async function readBody(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Buffer | null> {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes * patience) break;
      if (bytes > mostBytes) chunks = [];
      else chunks.push(chunk);
    }
  } catch (error) {
    throw new SenderGone("The sender went away in the middle of a file.", { cause: error });
  }
  return bytes > mostBytes ? null : Buffer.concat(chunks);
}
