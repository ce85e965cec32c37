import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { Link, Route, Routes } from "react-router";
import { describe, expect, test } from "vitest";
import { CasePage } from "../../web/pages/CasePage.tsx";
import { agent, Desk } from "./desk-support.tsx";
import { Address, show } from "./support.tsx";
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

test("earlier events that cannot be read are said to be lost, and are asked for again", async () => {
  let isUp = true;
  const event = (id: string) => ({ cursor: id, node: { id, kind: "ADD_NOTE" } });
  const { asked } = wholeDesk(({ name, variables: { number } }) => {
    if (!isUp) return null;
    const events = { edges: [event("e9")], pageInfo: { hasPreviousPage: name !== "EarlierEvents" } };
    return { case: { id: "c", number: number ?? "RD-1", events } };
  });
  await show(page, "en", "/cases/RD-1");
  const earlier = await screen.findByRole("button", { name: "Show earlier events" });
  isUp = false;
  fireEvent.click(earlier);
  const again = await screen.findByRole("button", { name: "Try again" });
  isUp = true;
  fireEvent.click(again);
  await waitFor(() => expect(screen.queryByRole("button", { name: "Try again" })).toBeNull());
  expect(asked.filter(({ name }) => name === "EarlierEvents")).toHaveLength(2);
});

test.each([
  ["is said to whoever sees all of the shop's payments", "SUPPORT_AGENT", true],
  ["is not claimed before a bank, which sees those of its own cases alone", "BANK_OFFICER", false],
] as const)("that the card paid only once %s", async (_, role, isSaid) => {
  const transaction = { id: "sale", sameAmountNearby: [] };
  wholeDesk(() => ({ case: { id: "c", number: "RD-1", reason: "DUPLICATE_CHARGE", transaction } }));
  await show(
    <Desk viewer={{ ...agent, role }}>
      <Routes>
        <Route path="/cases/:number" element={<CasePage />} />
      </Routes>
    </Desk>,
    "en",
    "/cases/RD-1",
  );
  await screen.findByText("RD-1");
  expect(screen.queryByText(/this card paid this amount at this shop only once/) !== null).toBe(isSaid);
});

describe("an action whose answer comes late", () => {
  const places = (
    <Desk>
      <Link to="/queue?view=mine">my queue</Link>
      <Link to="/cases/RD-2?action=CLOSE">the next</Link>
      <Link to="/cases/RD-1?action=WITHDRAW">another sheet</Link>
      <Address />
      <Routes>
        <Route path="/cases/:number" element={<CasePage />} />
        <Route path="*" element={null} />
      </Routes>
    </Desk>
  );
  const at = () => screen.getByTestId("address").textContent;

  test.each([
    ["another sheet", "/cases/RD-1?action=WITHDRAW"],
    ["the next", "/cases/RD-2?action=CLOSE"],
    ["my queue", "/queue?view=mine"],
    ["nowhere else", "/cases/RD-1"],
  ])("finds somebody who has gone to %s by then, and moves nobody who has gone", async (going, stays) => {
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    const availableActions = ["CLOSE", "WITHDRAW"].map((action) => ({ action, allowed: true }));
    const { asked } = wholeDesk(async ({ name, variables: { number } }) => {
      if (name !== "closeCase") return { case: { id: String(number), number, availableActions } };
      await replied;
      return { closeCase: { __typename: "CaseActionDone" } };
    });
    await show(places, "en", "/cases/RD-1?action=CLOSE");
    const reason = await screen.findByLabelText("Reason");
    fireEvent.change(reason, { target: { value: "Because" } });
    await act(async () => void fireEvent.submit(reason));
    await waitFor(() => expect(asked.filter(({ name }) => name === "closeCase")).toHaveLength(1));
    const link = screen.queryByText(going);
    if (link !== null) await act(async () => void fireEvent.click(link));
    const draft = () => localStorage.getItem("redress.draft.nobody.action.RD-1.CLOSE");
    expect(draft()).not.toBeNull();
    await act(async () => reply());
    await waitFor(() => expect(draft()).toBeNull());
    await act(async () => undefined);
    expect(at()).toBe(stays);
    expect(screen.queryAllByText(/^Done:/)).toHaveLength(link === null ? 1 : 0);
  });
});
