import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { deskCurrency, deskTimeZone, keepDesk } from "../../web/i18n/desk.ts";
import { dropAllDrafts } from "../../web/ui/drafts/draft-store.ts";

/** jsdom lays nothing out; Ant Design asks for these two before it draws. No test's own stub takes this one along. */
globalThis.matchMedia = (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);

/** jsdom knows the element and not its modality. */
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

/** jsdom does not know what floats; there it simply stands in its place. */
HTMLElement.prototype.showPopover ??= () => undefined;

/** What a page knows before it has asked which desk it is at. */
const ways = { timeZone: deskTimeZone(), currency: deskCurrency() };

afterEach(() => {
  // What a test drew would go on listening, and a draft would be found by whoever writes at the same place next.
  cleanup();
  document.body.innerHTML = "";
  sessionStorage.clear();
  dropAllDrafts();
  localStorage.clear();
  keepDesk(ways);
});
