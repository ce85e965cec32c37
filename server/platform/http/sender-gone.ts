/** The connection ended in the middle of a body. Nobody is left to be told, and it is no fault of ours. */
export class SenderGone extends Error {
  readonly statusCode = 400;
  readonly code = "SENDER_GONE";
}
