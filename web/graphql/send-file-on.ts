import { type Sending, type Sent, sendFile } from "./send-file.ts";

/** How long is waited before each new try; the last again and again, until the ticket has run out. */
const RESTS_MS = [500, 2_000, 5_000, 10_000];
/** What proxies answer while no server stands behind them. */
const nobodyThere: ReadonlySet<number> = new Set([502, 503, 504]);

export interface SendingOn extends Sending {
  /** The connection broke with this share of the file there; it goes on by itself. */
  readonly onPaused: (share: number) => void;
  readonly rest?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Sends a file, and where the connection breaks asks how much of it arrived and sends the rest, until the server says no more. */
export async function sendFileOn({ onPaused, rest = restOrOnline, ...sending }: SendingOn): Promise<Sent> {
  const { file, headers = {}, onProgress, signal } = sending;
  let share = 0;
  let sent = await sendFile({ ...sending, onProgress: tell(0) });
  for (let tries = 0; isBroken(sent); tries++) {
    onPaused(share);
    await rest(RESTS_MS[Math.min(tries, RESTS_MS.length - 1)] ?? 0, signal);
    if (signal?.aborted) return { kind: "cancelled" };
    const asked = await sendFile({
      ...sending,
      method: "PATCH",
      file: new Blob([]),
      headers: { ...headers, "upload-offset": "0", "upload-complete": "?0" },
      onProgress: () => undefined,
    });
    if (isBroken(asked) || asked.kind !== "answered") {
      sent = asked;
      continue;
    }
    // Without a place to go on from, it is an end: the ticket has run out, or it was spent, since all had arrived.
    if (asked.offset === null) return asked.status === 409 ? { ...asked, status: 200 } : asked;
    const from = asked.offset;
    tries = 0;
    sent = await sendFile({
      ...sending,
      method: "PATCH",
      file: file.slice(from),
      headers: { ...headers, "upload-offset": String(from) },
      onProgress: tell(from),
    });
    // Somebody else sent a part of it meanwhile; the place is asked again.
    if (sent.kind === "answered" && sent.offset !== null) sent = { kind: "unreached" };
  }
  return sent;

  function tell(from: number): (of: number) => void {
    return (of) => {
      share = file.size === 0 ? 0 : (from + of * (file.size - from)) / file.size;
      onProgress(share);
    };
  }
}

function isBroken(sent: Sent): boolean {
  return (
    sent.kind === "unreached" || (sent.kind === "answered" && sent.offset === null && nobodyThere.has(sent.status))
  );
}

/** Until the time is over or the network is back, whichever is first. */
function restOrOnline(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      removeEventListener("online", over);
      signal?.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    addEventListener("online", over);
    signal?.addEventListener("abort", over);
  });
}
