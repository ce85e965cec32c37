import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** graphql 16 has two entries and no `exports`; loaded by both, it refuses its own types ("another module or realm"). */
const resolve = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

interface Room {
  readonly environment?: "node" | "jsdom";
  readonly globalSetup?: readonly string[];
  readonly setupFiles?: readonly string[];
  readonly seconds: number;
}

/** One project a folder, so that `--project domain` runs the rule book alone in a second. */
function project(name: string, room: Room) {
  const milliseconds = room.seconds * 1000;
  return {
    resolve,
    root,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      environment: room.environment ?? "node",
      // A worker reads the server and the console once, and not again for each of its files: each of the server's has a database
      // of its own, each of the web's begins with an empty page and store, and nothing else is remembered outside of what a
      // test opens and closes. It halves the CPU of the project `api`, and leaves a quarter of that of `web`.
      isolate: false,
      globalSetup: [...(room.globalSetup ?? [])],
      // Decorators run as a file is read, whichever file of the server a test reads first.
      setupFiles: ["reflect-metadata", ...(room.setupFiles ?? [])],
      testTimeout: milliseconds,
      hookTimeout: milliseconds * 2,
      // A test that waits forever is a failure of that test, not of the run.
      teardownTimeout: 30_000,
    },
  };
}

const database = ["test/support/database-setup.ts"];

export default defineConfig({
  root,
  resolve,
  test: {
    // Left to itself Vitest keeps one processor free, which of two is half. One more than there are, since many tests wait
    // for a database, a clock or the end of a killed process: the project `jobs` is through in two thirds of the time.
    maxWorkers: Math.max(2, availableParallelism()) + 1,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./test/support/closing-line.ts"],
    projects: [
      project("domain", { seconds: 10 }),
      project("architecture", { seconds: 120 }),
      project("api", { seconds: 30, globalSetup: database }),
      project("jobs", { seconds: 120, globalSetup: database }),
      project("web", { seconds: 30, environment: "jsdom", setupFiles: ["test/support/web-setup.ts"] }),
      project("e2e", { seconds: 180, globalSetup: [...database, "test/support/desk-setup.ts"] }),
    ],
  },
});
