import { BarcodeDetector, type BarcodeFormat, setZXingModuleOverrides } from "barcode-detector/ponyfill";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

/** A reader of our own, for browsers without one. Its machine code lies beside our script: nothing comes from elsewhere. */
export function openOwnDetector(formats: BarcodeFormat[]): BarcodeDetector {
  setZXingModuleOverrides({ locateFile: () => wasm });
  return new BarcodeDetector({ formats });
}
