import type { BarcodeFormat } from "barcode-detector/ponyfill";

/** Finds codes in a picture, and gives their texts. */
export type CodeReader = (picture: ImageBitmapSource) => Promise<readonly string[]>;

interface Detector {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetector {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** What terminals print. Codes of goods are not among them: twelve digits on a bottle are no retrieval reference. */
const formats: BarcodeFormat[] = ["qr_code", "code_128", "code_39", "itf", "pdf417", "data_matrix", "aztec"];
/** Without these two the browser's own does not read most slips. */
const needed: readonly BarcodeFormat[] = ["qr_code", "code_128"];

let opened: Promise<CodeReader> | null = null;

/** The browser's own reader where it is able to, else ours, fetched from this desk at the first use. */
export function openCodeReader(): Promise<CodeReader> {
  opened ??= openDetector().then((detector) => async (picture) => {
    const codes = await detector.detect(picture);
    return codes.map(({ rawValue }) => rawValue);
  });
  opened.catch(() => {
    // The network went away while it was fetched: the next try fetches it again.
    opened = null;
  });
  return opened;
}

async function openDetector(): Promise<Detector> {
  const native = nativeDetector();
  const able = native === null ? [] : await native.getSupportedFormats().catch(() => []);
  if (native !== null && needed.every((format) => able.includes(format))) {
    return new native({ formats: formats.filter((format) => able.includes(format)) });
  }
  const { openOwnDetector } = await import("./own-detector.ts");
  return openOwnDetector(formats);
}

function nativeDetector(): NativeDetector | null {
  const { BarcodeDetector = null } = globalThis as { readonly BarcodeDetector?: NativeDetector };
  return BarcodeDetector;
}
