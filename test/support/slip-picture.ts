import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, type WriterOptions, writeBarcode } from "zxing-wasm/writer";

const require = createRequire(import.meta.url);

/** A slip's code as a picture of our own drawing: PNG. */
export async function drawCode(text: string, format: WriterOptions["format"] = "QRCode"): Promise<Buffer> {
  const wasm = await readFile(require.resolve("zxing-wasm/writer/zxing_writer.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const { image, error } = await writeBarcode(text, { format, scale: 6, addQuietZones: true });
  if (image === null) throw new Error(`No picture of ${text}: ${error}`);
  return Buffer.from(await image.arrayBuffer());
}
