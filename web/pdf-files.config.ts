import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Plugin } from "vite";

const home = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version }: { version: string } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
const folders = ["cmaps", "standard_fonts", "wasm", "iccs"];

/**
 * What a PDF may leave to its reader: tables of Chinese, Japanese and Korean characters, the standard fonts, and the
 * decoders of what scanners write. They are served from here, under the version that `PdfPages` asks for.
 */
export function pdfFiles(): Plugin {
  return {
    name: "pdf-files",
    generateBundle() {
      for (const folder of folders) {
        for (const name of readdirSync(path.join(home, folder))) {
          const source = readFileSync(path.join(home, folder, name));
          this.emitFile({ type: "asset", fileName: `assets/pdfjs-${version}/${folder}/${name}`, source });
        }
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/assets/pdfjs-${version}/`, (request, response, next) => {
        const [, folder = "", name = ""] = (request.url ?? "").split("/");
        if (!folders.includes(folder) || !readdirSync(path.join(home, folder)).includes(name)) return next();
        if (name.endsWith(".js")) response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(path.join(home, folder, name)));
      });
    },
  };
}
