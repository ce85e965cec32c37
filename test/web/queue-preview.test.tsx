import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { createRef } from "react";
import { describe, expect, test } from "vitest";
import { QueuePreview } from "../../web/pages/QueuePreview.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const number = "RD-26-000001";
const viewer: Viewer = {
  ...{ id: "me", name: "Li Na", role: "SUPPORT_AGENT", limits: [] },
  permissions: ["CASE_READ", "CASE_WORK", "CASE_NOTE", "CASE_MESSAGE", "TRANSACTION_READ"],
};
const held = {
  id: "h1",
  thread: "CUSTOMER",
  body: "Dear Emma",
  state: "HELD",
  reasons: [],
  sendsAt: "2026-10-09T08:00:10Z",
};
const said = {
  node: {
    ...{ id: "e2", sequence: 2, kind: "SEND_MESSAGE", from: "VERIFYING", to: "VERIFYING", at: "2026-10-09T08:00:10Z" },
    messages: [{ id: "m1", thread: "CUSTOMER", saidBy: "DESK", body: "Dear Emma", mentions: [] }],
  },
};
const aCase = (change: object) => ({
  ...{ id: "c1", number, version: 1, state: "VERIFYING", stage: "VERIFICATION", reason: "CANCELLED" },
  customer: { id: "u1", name: "Emma Clarke", locale: "EN" },
  availableActions: ["SEND_MESSAGE", "ADD_NOTE"].map((action) => ({ action, allowed: true })),
  ...change,
});

const preview = (of = number) => (
  <Desk viewer={viewer}>
    <QueuePreview ref={createRef()} number={of} onClose={() => undefined} />
  </Desk>
);
const box = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const write = (value: string) => act(async () => void fireEvent.change(box(), { target: { value } }));

describe("the preview beside the queue", () => {
  test("shows what was sent in the story as soon as it has gone out", async () => {
    const desk = wholeDesk(() => ({ case: aCase({ heldMessages: [held] }) }));
    await show(preview());
    expect(await screen.findByText("Going out now")).toBeTruthy();
    await waitFor(() => expect(desk.lines()).toContain("CaseChanged"));
    const sent = aCase({ version: 2, heldMessages: [], events: { edges: [said] } });
    await act(() => desk.tell("CaseChanged", { caseChanged: sent }));
    await waitFor(() => expect(screen.queryByText("Going out now")).toBeNull());
    expect(screen.getByRole("region", { name: "Story" }).textContent).toContain("Dear Emma");
  });

  test("a look is told nobody; whoever begins to write is told of, and warned of who writes there already", async () => {
    const desk = wholeDesk(() => ({ case: aCase({}) }));
    await show(preview());
    await screen.findByText("Emma Clarke", { exact: false, selector: "b" });
    const told = () =>
      desk.asked.flatMap(({ name, variables }) => (name === "reportPresence" ? variables["state"] : []));
    expect(told()).toEqual([]);
    await write("Dear Emma");
    await waitFor(() => expect(told()).toEqual(["WRITING"]));
    await waitFor(() => expect(desk.lines()).toContain("PresenceChanged"));
    const other = { state: "WRITING", thread: "CUSTOMER", staff: { id: "s2", name: "Zhou Haiyan" } };
    await act(() => desk.tell("PresenceChanged", { presenceChanged: [other] }));
    expect(await screen.findByText(/^Zhou Haiyan is writing to the customer right now/)).toBeTruthy();
    await write("");
    await waitFor(() => expect(told()).toEqual(["WRITING", null]));
    expect(screen.queryByText(/^Zhou Haiyan/)).toBeNull();
  });

  test("says that it could not be read, and reads it when it is asked again", async () => {
    let isUp = false;
    wholeDesk(() => (isUp ? { case: aCase({}) } : null));
    await show(preview());
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    isUp = true;
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Try again" })));
    expect(await screen.findByText("Emma Clarke", { exact: false, selector: "b" })).toBeTruthy();
  });

  test("says by which slip it was paid", async () => {
    const transaction = {
      id: "t1",
      network: "UNIONPAY",
      cardLast4: "6621",
      voucherNumber: "000419",
      terminalNumber: "31004417",
    };
    wholeDesk(() => ({
      case: aCase({ transaction, merchant: { id: "s1", name: "Hushang", nameZh: "沪上百货" } }),
    }));
    await show(preview());
    const facts = (await screen.findByText("Shop", { selector: "dt" })).closest("dl");
    expect(facts?.textContent).toMatch(/Hushang · Terminal 31004417.*Voucher 000419.*ending 6621/);
  });

  test("says that there is no such case", async () => {
    wholeDesk(() => ({ case: null }));
    await show(preview());
    expect(await screen.findByText(/^There is no case RD-26-000001/)).toBeTruthy();
  });
});

describe("a story that goes on", () => {
  /** jsdom lays nothing out: a story of a thousand pixels, of which two hundred are seen. */
  function laidOut(story: HTMLElement): void {
    Object.defineProperty(story, "scrollHeight", { value: 1000 });
    Object.defineProperty(story, "clientHeight", { value: 200 });
  }
  const events = (count: number) => ({
    edges: Array.from({ length: count }, (_, at) => ({ node: { ...said.node, id: `e${at}`, sequence: at + 1 } })),
  });

  test("follows who reads its end, leaves alone who has gone up, and says that there is more", async () => {
    const desk = wholeDesk(() => ({ case: aCase({ events: events(2) }) }));
    await show(preview());
    const story = await screen.findByRole("region", { name: "Story" });
    laidOut(story);
    await waitFor(() => expect(desk.lines()).toContain("CaseChanged"));
    const goesOn = (count: number) =>
      act(() => desk.tell("CaseChanged", { caseChanged: aCase({ version: count, events: events(count) }) }));
    const shown = (count: number) => waitFor(() => expect(story.querySelectorAll("ol > li")).toHaveLength(count));

    await goesOn(3);
    await shown(3);
    expect(story.scrollTop).toBe(1000);
    expect(screen.queryByText("New events below")).toBeNull();
    story.scrollTop = 100;
    fireEvent.scroll(story);
    await goesOn(4);
    await shown(4);
    expect(story.scrollTop).toBe(100);
    fireEvent.click(await screen.findByText("New events below"));
    expect(story.scrollTop).toBe(1000);
    expect(screen.queryByText("New events below")).toBeNull();
  });
});
