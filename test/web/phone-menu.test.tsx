import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { PhoneMenu } from "../../web/shell/PhoneMenu.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

/** A screen whose width changes before its reader's eyes. */
function aScreen() {
  let isNarrow = true;
  const readers = new Set<() => void>();
  const usual = matchMedia;
  vi.spyOn(window, "matchMedia").mockImplementation((query) => ({
    ...usual(query),
    matches: isNarrow,
    addEventListener: (_name: string, tell: unknown) => void readers.add(tell as () => void),
  }));
  return (next: boolean) => {
    isNarrow = next;
    return act(async () => {
      for (const tell of readers) tell();
    });
  };
}

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Desk>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      <main id="main" tabIndex={-1} />
      <PhoneMenu isOpen={isOpen} onClose={() => setOpen(false)} />
    </Desk>
  );
}

test("the phone's menu closes where the screen becomes wide, for good, and the page has the focus", async () => {
  wholeDesk(() => ({}));
  // As a browser does, which jsdom does not.
  const close = vi.spyOn(HTMLDialogElement.prototype, "close").mockImplementation(function (this: HTMLDialogElement) {
    this.open = false;
    fireEvent(this, new Event("close"));
  });
  const turn = aScreen();
  await show(<Page />);
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "open" })));
  expect(screen.getByRole("dialog", { name: "Menu" })).toHaveProperty("open", true);
  await turn(false);
  expect(close).toHaveBeenCalledOnce();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement).toBe(document.getElementById("main"));
  await turn(true);
  expect(screen.queryByRole("dialog")).toBeNull();
});
