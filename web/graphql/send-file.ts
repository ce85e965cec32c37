import { asViewer } from "./session.ts";

/** How sending a file ended: an answer with its body, or none. */
export type Sent =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly body: unknown;
      /** How much of the file is there already, where the server says so. */
      readonly offset: number | null;
    }
  | { readonly kind: "unreached" }
  | { readonly kind: "cancelled" };

export interface Sending {
  readonly url: string;
  readonly method?: "POST" | "PATCH";
  readonly file: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** From 0 to 1, as the bytes leave. `fetch` cannot tell, so this is the older way. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends the file itself as the body, nothing around it; where the session has ended, once more after a sign-in. */
export function sendFile({ headers, ...sending }: Sending): Promise<Sent> {
  return asViewer({
    send: (pageOf) => sendOnce({ ...sending, headers: { ...headers, ...pageOf } }),
    isShut: (sent) => sent.kind === "answered" && sent.status === 401,
    signal: sending.signal,
  });
}

function sendOnce({ url, method = "POST", file, headers = {}, onProgress, signal }: Sending): Promise<Sent> {
  if (signal?.aborted) return Promise.resolve({ kind: "cancelled" });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = "text";
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener("load", () =>
      resolve({
        kind: "answered",
        status: request.status,
        body: readJson(request.responseText),
        offset: readOffset(request.getResponseHeader("upload-offset")),
      }),
    );
    request.addEventListener("error", () => resolve({ kind: "unreached" }));
    request.addEventListener("abort", () => resolve({ kind: "cancelled" }));
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

const readOffset = (header: string | null): number | null => (header === null ? null : Number(header));

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy in between answered with a page; the status says enough.
    return null;
  }
}

/** What the server says for people, where it says something. */
export function messageOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
    ? body.message
    : null;
}
