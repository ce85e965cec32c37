import path from "node:path";
import { defineConfig } from "vite";

const root = path.resolve(import.meta.dirname, "..");

/** The server, built because Node runs TypeScript but not its decorators. Packages stay where npm put them. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: true,
    target: "node22",
    outDir: "dist/server",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: "server/main.ts",
        redress: "server/cli.ts",
        simulator: "server/providers/simulator/main.ts",
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // GraphQL types and tables are named after their classes; two of one name would become Room and Room$1.
        keepNames: true,
        // Decorators run as their chunk is read, and chunks are cut by the bundler: reflection comes first in each.
        banner: 'import "reflect-metadata";',
      },
    },
  },
});
