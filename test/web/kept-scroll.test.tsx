import { fireEvent, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useKeptScroll } from "../../web/desk/use-kept-scroll.ts";
import { show } from "./support.tsx";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

function List() {
  const box = useRef<HTMLDivElement>(null);
  useKeptScroll(box, "queue", true);
  return <div ref={box} data-testid="list" />;
}

test("a list is where it was left, in browsers that do not say when scrolling ends as well", async () => {
  const { unmount } = await show(<List />);
  const list = screen.getByTestId("list");
  for (const top of [40, 120]) {
    list.scrollTop = top;
    fireEvent.scroll(list);
  }
  vi.advanceTimersByTime(200);
  unmount();
  await show(<List />);
  expect(screen.getByTestId("list").scrollTop).toBe(120);
});
