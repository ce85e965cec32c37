import type { SendAnswer } from "./channel.ts";

const timedOut: ReadonlySet<unknown> = new Set(["ETIMEDOUT", "ESOCKETTIMEDOUT"]);
/** The server and we do not understand each other: for somebody to set right, not the reader's doing. */
const setUp: ReadonlySet<unknown> = new Set(["EAUTH", "EOAUTH2", "ETLS", "ENOAUTH", "EREQUIRETLS"]);

/** What a failure of nodemailer means. A reply of 5xx is for good, 4xx for now; only the number is kept, for the rest can name people. */
export function describeSmtp(error: unknown): SendAnswer {
  if (!(error instanceof Error)) throw error;
  const { code, responseCode } = error as Error & { readonly code?: unknown; readonly responseCode?: unknown };
  if (setUp.has(code)) return { answer: "PUT_OFF", code: String(code) };
  if (typeof responseCode === "number") {
    return { answer: responseCode >= 500 ? "REFUSED" : "PUT_OFF", code: String(responseCode) };
  }
  if (timedOut.has(code)) return { answer: "TIMED_OUT", code: null };
  if (typeof code === "string" && /^E[A-Z0-9]+$/.test(code)) return { answer: "UNREACHABLE", code };
  throw error;
}
