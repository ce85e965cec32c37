import { readFile } from "node:fs/promises";
import path from "node:path";
import { Html } from "../../platform/http/html.ts";

/** What the built page of the customer loads: its script and its style, and the element that they draw in. */
export async function customerScript(folder: string): Promise<Html> {
  const page = await readFile(path.join(folder, "customer.html"), "utf8");
  const tags = page.match(/<script\b[^>]*><\/script>|<link\b[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g) ?? [];
  return new Html(['<div id="root"></div>', ...tags].join("\n"));
}
