import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Behaviour, type ScriptRule, turnFor } from "./behaviour.ts";
import { Book, type BookEntry, statusOf } from "./book.ts";
import { type Instruction, readJson, toInstruction, toScript, type Words } from "./read-request.ts";

export interface SimulatorSettings {
  /** How long after it was taken an instruction is settled. */
  settleAfterMs: number;
  readonly bookFile: string | null;
}

/**
 * An acquirer as the desk meets it over HTTP: POST /refunds under an Idempotency-Key, GET /refunds/:key, which tells the
 * truth. For whoever tests or shows it: POST /script (rules for the next requests), GET /effects (what it has done).
 */
export function acquirerServer(settings: SimulatorSettings): Server {
  const book = new Book(settings.bookFile);
  const script: ScriptRule[] = [];
  const now = () => Date.now();

  const take = (request: Instruction, code: string | null, doneAfterMs: number | null): BookEntry =>
    book.write({
      ...request,
      reference: `SIM${String(book.size + 1).padStart(8, "0")}`,
      takenAt: now(),
      doneAt: doneAfterMs === null ? null : now() + doneAfterMs,
      code,
    });

  function submit(request: Instruction, response: ServerResponse): void {
    const seenBefore = book.hear(request.key);
    const turn = turnFor(script, { on: "SUBMIT", ...request }, seenBefore);
    const known = book.find(request.key);
    if (known !== undefined && !isSame(known, request)) {
      answer(response, 409, { key: request.key, status: "KEY_IN_USE" });
      return;
    }
    const accept = (code: string | null = null) => wordsOf(take(request, code, settings.settleAfterMs), now());

    const doings: Readonly<Record<Behaviour, () => void>> = {
      ACCEPT: () => answer(response, 202, accept()),
      SETTLE: () => answer(response, 200, wordsOf(take(request, null, 0), now())),
      DECLINE: () => answer(response, 422, wordsOf(take(request, turn.code, null), now())),
      DECLINE_LATE: () => answer(response, 202, accept(turn.code)),
      TIMEOUT_BEFORE: () => undefined,
      TIMEOUT_AFTER: () => void accept(),
      ACT_LATE: () => void setTimeout(accept, turn.delayMs),
      RESET_BEFORE: () => response.socket?.resetAndDestroy(),
      RESET_AFTER: () => {
        accept();
        response.socket?.resetAndDestroy();
      },
      GARBAGE_AFTER: () => {
        accept();
        response.writeHead(502, { "content-type": "text/html" }).end("<html><body>Bad gateway</body></html>");
      },
      ANSWER_TWICE: () => answerTwice(response, accept()),
      SLOW: () => {
        const words = accept();
        setTimeout(() => answer(response, 202, words), turn.delayMs);
      },
      MAINTENANCE: () =>
        answer(response, 503, {
          key: request.key,
          status: "MAINTENANCE",
          until: new Date(now() + 1_000).toISOString(),
        }),
    };
    doings[turn.behave]();
  }

  function query(key: string, response: ServerResponse): void {
    const { behave } = turnFor(
      script,
      { on: "QUERY", key, original: book.find(key)?.original ?? null, amount: null },
      true,
    );
    if (behave === "TIMEOUT_BEFORE" || behave === "TIMEOUT_AFTER") return;
    if (behave === "RESET_BEFORE" || behave === "RESET_AFTER") {
      response.socket?.resetAndDestroy();
      return;
    }
    const entry = book.find(key);
    if (entry === undefined) answer(response, 404, { key, status: "NOT_FOUND" });
    else answer(response, 200, wordsOf(entry, now()));
  }

  return createServer((request, response) => {
    route(request, response).catch((error: unknown) => answer(response, 400, { error: String(error) }));
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, room, key] = /^\/([a-z]+)(?:\/([^/?]+))?$/.exec(request.url ?? "") ?? [];
    const to = `${request.method} ${room}`;
    if (to === "POST refunds") return submit(toInstruction(request, await readJson(request)), response);
    if (to === "GET refunds" && key !== undefined) return query(decodeURIComponent(key), response);
    if (to === "GET effects") return answer(response, 200, { effects: book.all(now()), heard: book.heard() });
    if (to === "GET healthz") return answer(response, 200, { status: "ok" });
    if (to !== "POST script") return answer(response, 404, { error: "There is nothing here" });
    const { rules, settleAfterMs, afresh } = toScript(await readJson(request));
    if (afresh) script.length = 0;
    script.push(...rules);
    if (settleAfterMs !== null) settings.settleAfterMs = settleAfterMs;
    answer(response, 200, { rules: script.length });
  }
}

function isSame(entry: BookEntry, { kind, original, amount, currency }: Instruction): boolean {
  return entry.kind === kind && entry.original === original && entry.amount === amount && entry.currency === currency;
}

function wordsOf(entry: BookEntry, now: number): Words {
  const status = statusOf(entry, now);
  return { key: entry.key, reference: entry.reference, status, ...(status === "DECLINED" && { code: entry.code }) };
}

function answer(response: ServerResponse, status: number, words: Words): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(words));
}

/** The same answer once more on the same connection, where the next request's answer is expected. */
function answerTwice(response: ServerResponse, words: Words): void {
  const body = JSON.stringify(words);
  const head = `HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const { socket } = response;
  response.writeHead(202, { "content-type": "application/json" }).end(body, () => socket?.write(head + body));
}
