/** The browser's drawer for one photo, as far as the customer's form uses it: jsdom has none. */
export class PhotoDrawer {
  kept: File | null = null;

  /** What stands in for `indexedDB`. */
  readonly factory = { open: () => answered({ transaction: () => ({ objectStore: () => this.#photos }), close() {} }) };

  readonly #photos = {
    get: () => answered(this.kept === null ? undefined : { file: this.kept, at: Date.now() }),
    put: ({ file }: { file: File }) => answered(this.#keep(file)),
    delete: () => answered(this.#keep(null)),
  };

  #keep(file: File | null): void {
    this.kept = file;
  }
}

/** A request of the drawer's, answered as soon as whoever asks has begun to listen. */
function answered<T>(result: T): EventTarget & { readonly result: T } {
  const request = Object.assign(new EventTarget(), { result });
  queueMicrotask(() => request.dispatchEvent(new Event("success")));
  return request;
}
