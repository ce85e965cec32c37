import { inWords } from "./domain/answer-codes.ts";
import type { ProviderAnswer, QueryAnswer, SubmitAnswer } from "./domain/answers.ts";
import type { Provider, RefundInstruction } from "./provider.ts";

export interface AcquirerSettings {
  readonly url: string;
  /** How long an answer is waited for before it counts as lost. */
  readonly timeoutMs?: number;
}

/** The acquirer over HTTP. Our key travels as its idempotency key, and an answer that does not name it is not believed. */
export function simulatedAcquirer({ url, timeoutMs = 10_000 }: AcquirerSettings): Provider {
  const ask = (path: string, key: string, init: RequestInit, signal: AbortSignal) =>
    exchange(`${url}${path}`, key, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
  return {
    async submitRefund(instruction, signal) {
      const init = { method: "POST", headers: headersOf(instruction.key), body: JSON.stringify(bodyOf(instruction)) };
      return toSubmitAnswer(await ask("/refunds", instruction.key, init, signal));
    },
    async queryRefund(key, signal) {
      return toQueryAnswer(await ask(`/refunds/${encodeURIComponent(key)}`, key, {}, signal));
    },
  };
}

/** What came back: the acquirer's words about this key, or why there are none. */
type Heard =
  | { readonly heard: true; readonly words: Readonly<Record<string, unknown>> }
  | { readonly heard: false; readonly code: string };

async function exchange(url: string, key: string, init: RequestInit): Promise<Heard> {
  let text: string;
  try {
    const response = await fetch(url, { ...init, redirect: "error" });
    text = await response.text();
  } catch (error) {
    // Whatever broke on the way says nothing about the money.
    const late = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
    return { heard: false, code: late ? "TIMEOUT" : "UNREACHABLE" };
  }
  const words = readWords(text);
  // Another instruction's answer on this connection, or a proxy's page, must not settle this refund.
  return words?.["key"] === key ? { heard: true, words } : { heard: false, code: "UNREADABLE" };
}

function readWords(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const words: unknown = JSON.parse(text);
    return typeof words === "object" && words !== null ? { ...words } : null;
  } catch {
    // Not JSON: not the acquirer's own words.
    return null;
  }
}

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

function toAnswer(words: Readonly<Record<string, unknown>>): ProviderAnswer {
  const reference = textOf(words["reference"]);
  const code = textOf(words["code"]);
  if (words["status"] === "SETTLED" && reference !== null) return { answer: "SETTLED", reference };
  if (words["status"] === "PROCESSING" && reference !== null) return { answer: "PROCESSING", reference };
  if (words["status"] === "DECLINED" && code !== null)
    return { answer: "DECLINED", code, retryable: inWords(code).retryable };
  return { answer: "NO_ANSWER", code: "UNREADABLE" };
}

function toSubmitAnswer(heard: Heard): SubmitAnswer {
  if (!heard.heard) return { answer: "NO_ANSWER", code: heard.code };
  const { words } = heard;
  if (words["status"] === "MAINTENANCE")
    return { answer: "NOT_TAKEN", code: "MAINTENANCE", until: dateOf(words["until"]) };
  const answer = toAnswer(words);
  return answer.answer === "PROCESSING" ? { answer: "ACCEPTED", reference: answer.reference } : answer;
}

function toQueryAnswer(heard: Heard): QueryAnswer {
  if (!heard.heard) return { answer: "NO_ANSWER", code: heard.code };
  return heard.words["status"] === "NOT_FOUND" ? { answer: "NEVER_RECEIVED" } : toAnswer(heard.words);
}

function dateOf(value: unknown): Date | null {
  const date = new Date(textOf(value) ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

function headersOf(key: string): Record<string, string> {
  return { "content-type": "application/json", "idempotency-key": key };
}

function bodyOf({ kind, amount, originalReference }: RefundInstruction) {
  return { kind, original: originalReference, amount: amount.minor.toString(), currency: amount.currency };
}
