import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { openChannels } from "../../server/notices/channels/open-channels.ts";
import { openHouse } from "../../server/open-house.ts";
import { createTestDatabase } from "./database.ts";
import { TestClock } from "./test-clock.ts";

export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
}

/** A mail server that keeps what it is sent; `refuse` gives the code of its answer to the next recipients. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const answers: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo(_address, _session, callback) {
      const code = answers.shift();
      callback(code === undefined ? null : Object.assign(new Error("not now"), { responseCode: code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? "", raw: Buffer.concat(chunks).toString() });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: (...codes: readonly number[]) => answers.push(...codes),
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export interface ReceivedPost {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server that keeps what it is posted, and acts once a key, as a gateway must. It answers the given statuses first; 0 means it acts and then hangs up. */
export async function startReceiver(keyHeader: string) {
  const received: ReceivedPost[] = [];
  const acted = new Set<string>();
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const status = answers.shift() ?? 204;
      if (status < 400) acted.add(String(request.headers[keyHeader]));
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, status === 302 ? { location: "http://127.0.0.1/" } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    acted,
    answer: (...statuses: readonly number[]) => answers.push(...statuses),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A desk with real ways out, on servers of the test's own. */
export async function openNoticeDesk({ works = false }: { readonly works?: boolean } = {}) {
  const [database, mail, gateway, hook] = await Promise.all([
    createTestDatabase(),
    startMailServer(),
    startReceiver("idempotency-key"),
    startReceiver("webhook-id"),
  ]);
  const clock = new TestClock();
  const house = await openHouse({
    databaseUrl: database.url,
    authSecret: "a secret of more than thirty-two characters",
    connections: 10,
    works,
    log: pino({ level: "fatal" }),
    clock,
  });
  const delivery = {
    smtpUrl: mail.url,
    mailFrom: "Desk <desk@example.com>",
    smsGateway: { url: gateway.url, token: "gateway-token" },
    webhooksToPrivateAddresses: true,
  };
  const settings = { demo: false, publicUrl: "https://desk.example", delivery };
  return {
    ...{ database, house, clock, mail, gateway, hook },
    channels: openChannels(settings, house.signing),
    publicOnly: openChannels(
      { ...settings, delivery: { ...delivery, webhooksToPrivateAddresses: false } },
      house.signing,
    ),
    async close() {
      await house.close();
      await Promise.all([mail.stop(), gateway.stop(), hook.stop()]);
      await database.drop();
    },
  };
}
