import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pdfFiles } from "./pdf-files.config.ts";

const root = path.resolve(import.meta.dirname);
const server = "http://localhost:4000";

/** The console, and the customer's pages as an entry of their own. While developing, `vite -c web/vite.config.ts` serves it and passes everything else on to the server. */
export default defineConfig({
  root,
  logLevel: "warn",
  plugins: [react(), pdfFiles()],
  build: {
    outDir: path.resolve(root, "..", "dist", "web"),
    emptyOutDir: true,
    target: "es2022",
    sourcemap: true,
    // Ant Design is one piece of about a megabyte, fetched once and kept by its hash.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: [path.resolve(root, "index.html"), path.resolve(root, "customer.html")] },
  },
  server: {
    port: 4001,
    proxy: Object.fromEntries(
      ["/graphql", "/api", "/evidence", "/imports", "/webhooks"].map((path) => [
        path,
        { target: server, changeOrigin: false },
      ]),
    ),
  },
});
