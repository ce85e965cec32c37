import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";

const web = path.resolve(import.meta.dirname, "..", "..", "web");
const mostBytes = 120_000;
const mostBytesOfConsole = 300_000;

interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly code: string;
  readonly moduleIds: readonly string[];
}
let all: readonly Chunk[] = [];
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
  all = built.output.filter((piece) => piece.type === "chunk");
  chunks = loadedWith(["customer.html"]);
});

/** What these files begin, and everything that a browser fetches before it runs. Each must be a piece of its own. */
function loadedWith(files: readonly string[]): readonly Chunk[] {
  const loaded = new Set(
    files.map((file) => {
      const piece = all.find(({ facadeModuleId }) => facadeModuleId?.endsWith(file));
      if (piece === undefined) throw new Error(`${file} begins no piece of what is built`);
      return piece;
    }),
  );
  for (const { imports } of loaded) for (const chunk of all) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded];
}

function compressed(pieces: readonly Chunk[]): number {
  return pieces.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
}

/** A worried customer on a slow network waits for this and nothing else. */
describe("the customer's pages", () => {
  test(`load at most ${mostBytes / 1000} kB of script, compressed`, () => {
    const bytes = compressed(chunks);
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

describe("the console", () => {
  test(`loads at most ${mostBytesOfConsole / 1000} kB of script, compressed, for the sign-in and the queue, in either language`, () => {
    for (const dictionary of ["i18n/zh-cn.ts", "i18n/en.ts"]) {
      const bytes = compressed(loadedWith(["index.html", dictionary, "pages/QueuePage.tsx"]));
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes, dictionary).toBeLessThan(mostBytesOfConsole);
    }
  });

  test("fetches charts, papers and code readers only where they are used", () => {
    const first = loadedWith(["index.html", "pages/QueuePage.tsx"]).flatMap(({ moduleIds }) => moduleIds);
    const heavy = /node_modules\/(?:echarts|pdfjs-dist|barcode-detector|zxing-wasm|antd|cmdk)\//;
    expect(first.filter((name) => heavy.test(name))).toEqual([]);
  });
});
