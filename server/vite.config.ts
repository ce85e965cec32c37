import path from "node:path";
import { defineConfig } from "vite";

const root = path.resolve(import.meta.dirname, "..");

/** Read anew by a process for each PDF, so the build takes what that needs of it: that loads in a fifth of the time. */
const pdfLibrary = ["@cantoo/pdf-lib", "culori", "fflate", "node-html-better-parser", "html-entities", "tslib"];
const ofPdfLibrary = new RegExp(`/node_modules/(?:${pdfLibrary.join("|")})/`);

/** The server, built because Node runs TypeScript but not its decorators. Packages stay where npm put them. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: pdfLibrary },
  build: {
    ssr: true,
    target: "node22",
    outDir: "dist/server",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !ofPdfLibrary.test(id) },
      input: {
        main: "server/main.ts",
        redress: "server/cli.ts",
        simulator: "server/providers/simulator/main.ts",
        "bare-pdf": "server/evidence/pdf/bare-pdf.child.ts",
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
