import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ShortcutSheet } from "../../web/shell/ShortcutSheet.tsx";
import { capsOf, isSingleKey, pressOf } from "../../web/ui/shortcuts/keys.ts";
import { type Layer, type Shortcut, switchSingleKeys } from "../../web/ui/shortcuts/shortcut-table.ts";
import { useShortcuts } from "../../web/ui/shortcuts/use-shortcuts.ts";
import { show } from "./support.tsx";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  switchSingleKeys(true);
});

const press = (key: string, more: object = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...more });

function Keys({ title = "Page", layer = "page", shortcuts }: KeysProps) {
  useShortcuts({ title, layer, shortcuts });
  return null;
}
interface KeysProps {
  readonly title?: string;
  readonly layer?: Layer;
  readonly shortcuts: readonly Shortcut[];
}

describe("a shortcut", () => {
  test("runs on its key, and any of its keys", async () => {
    const run = vi.fn();
    await show(<Keys shortcuts={[{ keys: ["j", "ArrowDown"], label: "Next", run }]} />);
    press("j");
    press("J"); // Caps Lock
    press("ArrowDown");
    expect(run).toHaveBeenCalledTimes(3);
  });

  test("is another with Shift, Ctrl or Alt", async () => {
    const run = vi.fn();
    await show(<Keys shortcuts={[{ keys: "j", label: "Next", run }]} />);
    press("J", { shiftKey: true });
    press("j", { ctrlKey: true });
    press("j", { altKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  test("keeps still while somebody types, save with Ctrl", async () => {
    const plain = vi.fn();
    const withCtrl = vi.fn();
    await show(
      <>
        <input aria-label="note" />
        <Keys
          shortcuts={[
            { keys: "j", label: "Next", run: plain },
            { keys: "mod+k", label: "Search", run: withCtrl },
          ]}
        />
      </>,
    );
    press("j", {}, screen.getByLabelText("note"));
    press("k", { ctrlKey: true }, screen.getByLabelText("note"));
    expect(plain).not.toHaveBeenCalled();
    expect(withCtrl).toHaveBeenCalledOnce();
  });

  test("keeps still while Chinese is being composed, and while a dialog is open", async () => {
    const run = vi.fn();
    const { redraw } = await show(<Keys shortcuts={[{ keys: "j", label: "Next", run }]} />);
    press("j", { isComposing: true });
    redraw(
      <>
        <Keys shortcuts={[{ keys: "j", label: "Next", run }]} />
        <dialog open>…</dialog>
      </>,
    );
    press("j");
    expect(run).not.toHaveBeenCalled();
  });

  test("Enter does what the button under the focus says", async () => {
    const run = vi.fn();
    await show(
      <>
        <button type="button">Assign</button>
        <Keys shortcuts={[{ keys: "Enter", label: "Open", run }]} />
      </>,
    );
    press("Enter", {}, screen.getByRole("button"));
    expect(run).not.toHaveBeenCalled();
    press("Enter");
    expect(run).toHaveBeenCalledOnce();
  });

  test("of two presses waits for the second, but not for long", async () => {
    const go = vi.fn();
    await show(<Keys shortcuts={[{ keys: "g q", label: "Queue", run: go }]} />);
    press("g");
    press("q");
    expect(go).toHaveBeenCalledOnce();
    press("q");
    press("g");
    vi.advanceTimersByTime(2000);
    press("q");
    expect(go).toHaveBeenCalledOnce();
  });

  test("of what floats above the page comes before the page's, and the page's before the shell's", async () => {
    const said: string[] = [];
    const on = (layer: Layer) => (
      <Keys layer={layer} shortcuts={[{ keys: "Escape", label: "Close", run: () => said.push(layer) }]} />
    );
    const { redraw } = await show([on("panel"), on("page"), on("everywhere")]);
    press("Escape");
    redraw([null, on("page"), on("everywhere")]);
    press("Escape");
    expect(said).toEqual(["panel", "page"]);
  });

  test("without anything to do now leaves the key to the next", async () => {
    const shell = vi.fn();
    await show([
      <Keys key="page" shortcuts={[{ keys: "x", label: "Select", run: null }]} />,
      <Keys key="shell" layer="everywhere" shortcuts={[{ keys: "x", label: "Other", run: shell }]} />,
    ]);
    press("x");
    expect(shell).toHaveBeenCalledOnce();
  });

  test("does what the screen says now, not what it said when it was drawn first", async () => {
    function Counter() {
      const [count, setCount] = useState(0);
      useShortcuts({
        title: "Page",
        layer: "page",
        shortcuts: [{ keys: "j", label: "Next", run: () => setCount(count + 1) }],
      });
      return <output>{count}</output>;
    }
    await show(<Counter />);
    press("j");
    press("j");
    expect(screen.getByRole("status").textContent).toBe("2");
  });
});

describe("single keys", () => {
  test("can be switched off in the sheet, which is remembered; those with Ctrl stay", async () => {
    const plain = vi.fn();
    const withCtrl = vi.fn();
    const keys = (
      <Keys
        shortcuts={[
          { keys: "j", label: "Next case", run: plain },
          { keys: "g q", label: "Queue", run: plain },
          { keys: "mod+k", label: "Search", run: withCtrl },
        ]}
      />
    );
    const { redraw } = await show([keys, null]);
    redraw([keys, <ShortcutSheet key="sheet" onClose={() => undefined} />]);
    expect(screen.getByText("Next case")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox"));
    redraw([keys, null]);
    press("j");
    press("g");
    press("q");
    press("k", { ctrlKey: true });
    expect(plain).not.toHaveBeenCalled();
    expect(withCtrl).toHaveBeenCalledOnce();
    expect(localStorage.getItem("redress.shortcuts")).toBe("off");
  });

  test("are characters; Enter, Escape and arrows are not", () => {
    expect(["j", "?", "g q", "["].every(isSingleKey)).toBe(true);
    expect(["Enter", "Escape", "mod+k", "ArrowDown"].some(isSingleKey)).toBe(false);
  });
});

test("a press is named by its character, and Shift only where the character does not tell", () => {
  const base = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(pressOf({ ...base, key: "?", shiftKey: true })).toBe("?");
  expect(pressOf({ ...base, key: "Enter", shiftKey: true })).toBe("shift+Enter");
  expect(pressOf({ ...base, key: "k", ctrlKey: true })).toBe("mod+k");
  expect(capsOf("g q")).toEqual([["g"], ["q"]]);
  expect(capsOf("mod+k")).toEqual([["Ctrl", "K"]]);
});
