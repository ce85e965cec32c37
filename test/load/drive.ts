import http from "node:http";

/** One request of a load: where to and with what. */
export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends requests over kept connections, `atOnce` at a time, and fails on the first answer that is not what it should be. */
export async function drive(
  port: number,
  requests: readonly LoadRequest[],
  atOnce: number,
  isRight: (body: string) => boolean,
): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  const worker = async () => {
    for (let mine = next++; mine < requests.length; mine = next++) {
      const request = requests[mine];
      if (request === undefined) return;
      const answer = await send(agent, port, request);
      if (!isRight(answer)) throw new Error(`not the answer that was asked for: ${answer.slice(0, 400)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
}

export function send(
  agent: http.Agent | undefined,
  port: number,
  { path, headers, body }: LoadRequest,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        port,
        host: "127.0.0.1",
        path,
        method: "POST",
        agent,
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}
