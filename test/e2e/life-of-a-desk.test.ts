import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type StartedDesk, startDesk } from "../support/start-desk.ts";
import { until } from "../support/until.ts";

describe("a desk with the embedded database", () => {
  let dataDir: string;
  // One desk lives through all of it: only its first start makes the database.
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "redress-life-"));
  });
  afterEach(async () => {
    // Whatever a failed test left running works in this folder.
    for (const pid of await workingIn(dataDir)) process.kill(pid, "SIGKILL");
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));
  const start = () => startDesk({ DATA_DIR: dataDir, REDRESS_DEMO: "false" });

  test("answers, ends on SIGTERM although a visitor never finishes their request, and leaves nothing running", async () => {
    const desk = await start();
    expect(await statusOf(desk, "/healthz")).toBe(200);
    expect(await statusOf(desk, "/readyz")).toBe(200);
    expect(await statusOf(desk, "/")).toBe(200);
    expect((await workingIn(dataDir)).length).toBeGreaterThan(0);
    const { hostname, port } = new URL(desk.address);
    const visitor = connect(Number(port), hostname);
    await once(visitor, "connect");
    visitor.on("error", () => undefined).write("POST /graphql HTTP/1.1\r\nhost: desk\r\ncontent-length: 10\r\n\r\nabc");
    const began = performance.now();
    expect(await desk.stop("SIGTERM")).toMatchObject({ status: 0, problems: "" });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(await workingIn(dataDir)).toEqual([]);
  });

  test("starts again soon, and killed outright with its data, on the database that it left running", async () => {
    const began = performance.now();
    const killed = await start();
    // About two seconds on an idle machine; the tests share theirs.
    expect(performance.now() - began).toBeLessThan(30_000);
    const secret = await readFile(path.join(dataDir, "auth-secret"), "utf8");
    await killed.stop("SIGKILL");
    const again = await start();
    expect(await readFile(path.join(dataDir, "auth-secret"), "utf8")).toBe(secret);
    expect(await statusOf(again, "/readyz")).toBe(200);
    expect(await again.stop("SIGINT")).toMatchObject({ status: 0, problems: "" });
    expect(await workingIn(dataDir)).toEqual([]);
  });

  test("ends when the npm that started it is killed, whose shell lives on", async () => {
    const script = path.resolve(import.meta.dirname, "..", "..", "server", "bin", "start.ts");
    const { PATH = "", HOME = "/" } = process.env;
    const env = { PATH, HOME, PORT: "0", DATA_DIR: dataDir, REDRESS_DEMO: "false", npm_lifecycle_event: "start" };
    const shell = `sh -c '"${process.execPath}" "${script}"; :' & wait`;
    const npm = spawn("sh", ["-c", shell], { env, stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    npm.stdout.on("data", (piece: Buffer) => {
      output += piece;
    });
    await until(
      "the desk",
      async () => output,
      (text) => text.includes("ready at"),
      60_000,
    );
    npm.kill("SIGKILL");
    await once(npm, "exit");
    await until(
      "the end",
      () => workingIn(dataDir),
      (pids) => pids.length === 0,
      60_000,
    );
  });
});

async function statusOf(desk: StartedDesk, address: string): Promise<number> {
  const answer = await fetch(`${desk.address}${address}`, { headers: { accept: "text/html,application/json" } });
  await answer.arrayBuffer();
  return answer.status;
}

/** The processes that name this folder in their command line: the database, the simulated acquirer. */
async function workingIn(folder: string): Promise<readonly number[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map(commandLineOf));
  return pids.filter((_pid, index) => lines[index]?.includes(folder)).map(Number);
}

async function commandLineOf(pid: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    // It ended between the two looks.
    return "";
  }
}
