import { afterEach, beforeEach } from "vitest";
import { keep, placesOf } from "../../web/ui/browser-store.ts";

const stores = ["localStorage", "sessionStorage"] as const;

/** Each test of the file runs in a browser with its cookies shut: to name the store is refused already. */
export function withoutStorage(): void {
  const usual = { localStorage, sessionStorage };
  beforeEach(() => {
    for (const store of stores) {
      const get = (): never => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      Object.defineProperty(window, store, { configurable: true, get });
    }
  });
  afterEach(() => {
    for (const store of stores) {
      for (const place of placesOf(store, "")) keep(store, place, null);
      Object.defineProperty(window, store, { configurable: true, value: usual[store] });
    }
  });
}
