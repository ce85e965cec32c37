import { cleanup, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { CustomerApp } from "../../web/customer/CustomerApp.tsx";
import { keep, kept } from "../../web/ui/browser-store.ts";
import { followColorScheme } from "../../web/ui/color-scheme.ts";
import { deskThatAnswers, press, settle, type } from "./customer-support.tsx";
import { withoutStorage } from "./without-storage.ts";

withoutStorage();

async function open(address: string): Promise<void> {
  cleanup();
  followColorScheme();
  render(<CustomerApp address={address} />);
  await settle();
}

test("the form stands where the browser keeps nothing, and keeps what is typed while it is open", async () => {
  deskThatAnswers({});
  await open("/r/new");
  type(/Voucher number/, "000419");
  await press("中文");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("您付了哪一笔？");
  await open("/r/new");
  expect(screen.getByLabelText("小票上的凭证号")).toHaveProperty("value", "000419");
});

test("what is full keeps what was written last, not what it held before", () => {
  const setItem = vi.fn(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const removeItem = vi.fn();
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    value: { getItem: () => "before", setItem, removeItem },
  });
  expect(kept("localStorage", "redress.request")).toBe("before");
  keep("localStorage", "redress.request", "after");
  expect(kept("localStorage", "redress.request")).toBe("after");
});

test("a page that cannot be drawn says so instead of nothing", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  deskThatAnswers({ CustomerTrackedCase: () => ({ trackedCase: { id: "half of a case" } }) });
  await open("/r/a-token");
  expect(screen.getByRole("alert").textContent).toMatch(/went wrong on our side/);
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  expect(told).toHaveBeenCalled();
  told.mockRestore();
});
