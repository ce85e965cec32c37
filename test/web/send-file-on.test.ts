import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendFileOn } from "../../web/graphql/send-file-on.ts";

/** What the server would do with each request, in turn; null where the connection breaks. */
type Reply = { readonly status: number; readonly offset?: number; readonly body?: object } | null;
interface Asked {
  readonly method: string;
  readonly bytes: number;
  readonly offset: string | undefined;
  readonly asks: boolean;
}

let replies: Reply[] = [];
let asked: Asked[] = [];

class Request extends EventTarget {
  upload = new EventTarget();
  status = 0;
  responseText = "";
  private method = "";
  private readonly headers = new Map<string, string>();
  private offset: number | undefined;
  open(method: string): void {
    this.method = method;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  getResponseHeader(name: string): string | null {
    return name === "upload-offset" && this.offset !== undefined ? String(this.offset) : null;
  }
  abort(): void {
    this.dispatchEvent(new Event("abort"));
  }
  send(file: Blob): void {
    asked.push({
      method: this.method,
      bytes: file.size,
      offset: this.headers.get("upload-offset"),
      asks: this.headers.get("upload-complete") === "?0",
    });
    const reply = replies.shift() ?? null;
    queueMicrotask(() => {
      this.upload.dispatchEvent(new ProgressEvent("progress", { loaded: file.size / 2, total: file.size }));
      if (reply === null) return this.dispatchEvent(new Event("error"));
      this.status = reply.status;
      this.offset = reply.offset;
      this.responseText = JSON.stringify(reply.body ?? {});
      return this.dispatchEvent(new Event("load"));
    });
  }
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal("XMLHttpRequest", Request);
});
afterEach(() => vi.unstubAllGlobals());

const file = new Blob([new Uint8Array(1000)]);

async function sendWith(given: readonly Reply[], signal?: AbortSignal) {
  replies = [...given];
  const paused: number[] = [];
  const shares: number[] = [];
  const sent = await sendFileOn({
    url: "/evidence/x",
    file,
    onProgress: (share) => shares.push(share),
    onPaused: (share) => paused.push(share),
    rest: () => Promise.resolve(),
    ...(signal !== undefined && { signal }),
  });
  return { sent, paused, shares };
}

test("a file that arrives at once is sent once", async () => {
  const { sent, paused } = await sendWith([{ status: 201 }]);
  expect([sent.kind, paused, asked]).toEqual([
    "answered",
    [],
    [{ method: "POST", bytes: 1000, offset: undefined, asks: false }],
  ]);
});

test("where the connection broke, the rest is sent from where the server says, and progress goes on from there", async () => {
  const { sent, paused, shares } = await sendWith([null, null, { status: 409, offset: 400 }, { status: 201 }]);
  expect(sent).toMatchObject({ kind: "answered", status: 201 });
  expect(asked.map(({ method, bytes, offset, asks }) => [method, bytes, offset, asks])).toEqual([
    ["POST", 1000, undefined, false],
    ["PATCH", 0, "0", true],
    ["PATCH", 0, "0", true],
    ["PATCH", 600, "400", false],
  ]);
  expect([paused, shares]).toEqual([
    [0.5, 0.5],
    [0.5, 0.7],
  ]);
});

test("while a proxy stands before no server it waits, too", async () => {
  const { sent } = await sendWith([{ status: 502 }, { status: 503 }, { status: 204, offset: 0 }, { status: 201 }]);
  expect([sent, asked.at(-1)?.bytes]).toMatchObject([{ status: 201 }, 1000]);
});

test("a place that another has moved is asked for again", async () => {
  const { sent } = await sendWith([
    null,
    { status: 409, offset: 100 },
    { status: 409, offset: 300 },
    { status: 409, offset: 300 },
    { status: 201 },
  ]);
  expect([sent, asked.at(-1)?.bytes]).toMatchObject([{ status: 201 }, 700]);
});

test("a ticket that was spent means that all of it had arrived; one that ran out is the end", async () => {
  const spent = await sendWith([null, { status: 409, body: { code: "TICKET_USED" } }]);
  expect(spent.sent).toMatchObject({ kind: "answered", status: 200 });
  const late = await sendWith([null, { status: 410, body: { message: "Too late" } }]);
  expect(late.sent).toMatchObject({ kind: "answered", status: 410, body: { message: "Too late" } });
});

test("whoever cancels while it waits is left in peace", async () => {
  const stop = new AbortController();
  replies = [null];
  const sent = await sendFileOn({
    url: "/evidence/x",
    file,
    onProgress: () => undefined,
    onPaused: () => stop.abort(),
    signal: stop.signal,
  });
  expect([sent.kind, asked.length]).toEqual(["cancelled", 1]);
});
