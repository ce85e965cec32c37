import fastify from "fastify";
import { describe, expect, test } from "vitest";
import { endStreams } from "../../server/platform/http/end-streams.ts";
import { keepToOneAddress } from "../../server/platform/http/one-address.ts";

test("a server that ends does not wait for whoever listens to its events", async () => {
  const app = fastify({ forceCloseConnections: "idle" });
  endStreams(app);
  app.get("/events", (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
  });
  const address = await app.listen({ port: 0, host: "localhost" });
  const events = await fetch(`${address}/events`, { headers: { accept: "text/event-stream" } });
  const began = performance.now();
  const [text] = await Promise.all([events.text(), app.close()]);
  expect(text).toBe(":\n\n");
  expect(performance.now() - began).toBeLessThan(5000);
});

describe("a page under another name of this machine", () => {
  async function asked(host: string, publicUrl: string, accept = "text/html") {
    const app = fastify();
    keepToOneAddress(app, publicUrl);
    app.get("/queue", async () => "queue");
    return app.inject({ url: "/queue?state=NEW", headers: { host, accept } });
  }

  test.each(["127.0.0.1:4000", "[::1]:4000"])("is sent from %s to the one that cookies hold for", async (host) => {
    const answer = await asked(host, "http://localhost:4000");
    expect(answer.statusCode).toBe(307);
    expect(answer.headers.location).toBe("http://localhost:4000/queue?state=NEW");
  });

  test("is left alone under its own name, for machines, and where the desk has a name of its own", async () => {
    expect((await asked("localhost:4000", "http://localhost:4000")).statusCode).toBe(200);
    expect((await asked("127.0.0.1:4000", "http://localhost:4000", "application/json")).statusCode).toBe(200);
    expect((await asked("127.0.0.1:4000", "https://desk.example.com")).statusCode).toBe(200);
  });
});
