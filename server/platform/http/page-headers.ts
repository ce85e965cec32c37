/** Nothing from elsewhere, no frames around us, no guessing of types, and no address handed on: it can hold a private link. */
const rules =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
export const pageHeaders = {
  "content-security-policy": rules,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
};

/** Reading the code of a slip takes machine code of our own (WebAssembly): allowed where slips are read, and nowhere else. */
export const slipReaderHeaders = {
  ...pageHeaders,
  "content-security-policy": `${rules}; script-src 'self' 'wasm-unsafe-eval'`,
};

/** The reader of PDFs is a worker, which keeps to its own rules and not to its page's: it may decode, and ask nobody else. */
export const pdfWorkerHeaders = {
  "content-security-policy": "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
};

/** What only one person may see stays in no cache. */
export const privatePageHeaders = { ...pageHeaders, "cache-control": "no-store" };
