import fastify from "fastify";
import { describe, expect, test } from "vitest";
import { metricsRoute } from "../../server/platform/http/metrics.route.ts";
import { watchRequests } from "../../server/platform/http/watch-requests.ts";
import { openLog } from "../../server/platform/log.ts";

/** A server with one route that works and one that breaks, and the lines that it logs. */
async function givenServer() {
  const lines: Record<string, unknown>[] = [];
  const app = fastify({ logger: false, bodyLimit: 100 });
  watchRequests(app, openLog("info", { write: (line: string) => void lines.push(JSON.parse(line)) }));
  await app.register(metricsRoute);
  app.get("/r/:token", async () => "tracked");
  app.post("/break", async () => {
    throw new Error("wei@redress.example lives in row 7");
  });
  return { app, lines };
}

describe("every request", () => {
  test("is logged by the pattern of its route, never by its address", async () => {
    const { app, lines } = await givenServer();
    const answer = await app.inject("/r/secret-token?phone=13800138000");
    expect(lines).toMatchObject([{ method: "GET", route: "/r/:token", status: 200, msg: "answered" }]);
    expect(lines[0]?.["requestId"]).toBe(answer.headers["x-request-id"]);
    expect(JSON.stringify(lines)).not.toMatch(/secret-token|13800138000/);
  });

  test("that breaks by our own mistake is answered with a reference and nothing of the inside", async () => {
    const { app, lines } = await givenServer();
    const answer = await app.inject({ method: "POST", url: "/break" });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({
      code: "INTERNAL_SERVER_ERROR",
      message: expect.stringMatching(/whether it was done is not known/),
    });
    expect(answer.body).not.toMatch(/wei|row 7/);
    expect(lines).toContainEqual(expect.objectContaining({ level: "error", reference: answer.json().reference }));
    expect(JSON.stringify(lines)).not.toMatch(/wei@/);
  });

  test.each([
    ["too large a body", { "content-type": "application/json" }, JSON.stringify("x".repeat(200)), 413],
    ["a body that is no JSON", { "content-type": "application/json" }, "{", 400],
    ["a type that nothing here reads", { "content-type": "text/html" }, "<p>", 415],
  ])("with %s is told so, and is no fault of ours", async (_what, headers, payload, status) => {
    const { app, lines } = await givenServer();
    const answer = await app.inject({ method: "POST", url: "/break", headers, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("is counted by route and status, and asking for the figures is no news", async () => {
    const { app, lines } = await givenServer();
    await app.inject("/r/one");
    const figures = await app.inject("/metrics");
    expect(figures.body).toMatch(
      /redress_http_request_seconds_count\{method="GET",route="\/r\/:token",status="200"\} \d+/,
    );
    expect(figures.body).toMatch(/process_cpu_seconds_total/);
    expect(lines.filter(({ route }) => route === "/metrics")).toEqual([]);
  });
});
