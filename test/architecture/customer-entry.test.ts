import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";

const web = path.resolve(import.meta.dirname, "..", "..", "web");
const mostBytes = 120_000;

interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly code: string;
  readonly moduleIds: readonly string[];
}
let chunks: readonly Chunk[] = [];

beforeAll(async () => {
  const built = await build({
    root: web,
    configFile: path.join(web, "vite.config.ts"),
    logLevel: "error",
    build: { write: false, sourcemap: false },
    // A test's own environment would bring React's development build.
    define: { "process.env.NODE_ENV": '"production"' },
  });
  if (!("output" in built)) throw new Error("One configuration gives one output");
  const all = built.output.filter((piece) => piece.type === "chunk");
  chunks = loadedWith(
    all,
    all.filter(({ facadeModuleId }) => facadeModuleId?.endsWith("customer.html")),
  );
});

/** An entry and everything that a browser fetches before it runs. */
function loadedWith(all: readonly Chunk[], entry: readonly Chunk[]): readonly Chunk[] {
  const loaded = new Set(entry);
  for (const { imports } of loaded) for (const chunk of all) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded];
}

/** A worried customer on a slow network waits for this and nothing else. */
describe("the customer's pages", () => {
  test(`load at most ${mostBytes / 1000} kB of script, compressed`, () => {
    const bytes = chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    expect(bytes).toBeGreaterThan(30_000);
    expect(bytes).toBeLessThan(mostBytes);
  });

  test("hold nothing of the console's libraries", () => {
    const heavy =
      /node_modules\/(?:antd|@ant-design|@rc-component|urql|@urql\/exchange|i18next|react-i18next|react-router)/;
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.filter((name) => heavy.test(name))).toEqual([]);
  });
});
