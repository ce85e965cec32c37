import { act, fireEvent, screen } from "@testing-library/react";
import { Link, Route, Routes } from "react-router";
import { expect, test } from "vitest";
import { CasePage } from "../../web/pages/CasePage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const page = (
  <Desk>
    <Link to="/cases/RD-2">the next</Link>
    <Routes>
      <Route path="/cases/:number" element={<CasePage />} />
    </Routes>
  </Desk>
);

test("under the address of the next case the one before is not there to be acted on", async () => {
  wholeDesk(({ variables: { number } }) => ({ case: { id: String(number), number } }));
  await show(page, "en", "/cases/RD-1");
  await screen.findByText("RD-1");
  act(() => void fireEvent.click(screen.getByText("the next")));
  expect(screen.queryByText("RD-1")).toBeNull();
  await screen.findByText("RD-2");
});

test("a case stays where it cannot be read anew, and says that it may not be the latest", async () => {
  let isUp = true;
  wholeDesk(({ variables: { number } }) => (isUp ? { case: { id: String(number), number } } : null));
  await show(page, "en", "/cases/RD-1");
  await screen.findByText("RD-1");
  isUp = false;
  const hide = (state: string) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
  };
  hide("hidden");
  hide("visible");
  await screen.findByText("This may not be the latest. Check the network and try again.");
  expect(screen.getByText("RD-1")).toBeDefined();
});
