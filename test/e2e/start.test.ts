import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tryToStart } from "../support/start-desk.ts";

describe("a start that cannot be", () => {
  let folder: string;
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "redress-start-"));
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "localhost", resolve));
    const address = taken.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    taken.close();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    [
      "its port is taken",
      () => ({ PORT: String(port) }),
      /^Redress cannot go on: Port \d+ is taken[^\n]*Set PORT[^\n]*\n$/,
    ],
    [
      "its folder cannot be written",
      () => ({ DATA_DIR: "/dev/null/desk" }),
      /^Redress cannot go on: Cannot write to the data folder \/dev\/null\/desk[^\n]*\n$/,
    ],
    [
      "its database does not answer",
      () => ({ DATABASE_URL: "postgres://desk:secret@127.0.0.1:1/desk" }),
      /^Redress cannot go on: Cannot reach the database 127\.0\.0\.1:1\/desk: [^\n]*\n$/,
    ],
    [
      "a setting makes no sense",
      () => ({ PORT: "many" }),
      /^Redress cannot go on: PORT must be a whole number[^\n]*\n$/,
    ],
  ])("because %s says so in one line and ends with a failure", async (_why, settings, line) => {
    const { status, output, problems } = await tryToStart({ DATA_DIR: folder, ...settings() });
    expect({ status, output }).toEqual({ status: 1, output: "" });
    expect(problems).toMatch(line);
    expect(problems).not.toMatch(/secret/);
  });
});
