import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import { CaseMenu, CaseMenuFragment } from "../../web/pages/case-actions/CaseMenu.tsx";
import { WhatChangedFragment } from "../../web/pages/case-actions/WhatChanged.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const stale = { __typename: "StaleCase", message: "It has changed." };
beforeEach(() => void wholeDesk(() => ({ snoozeCase: stale, wakeCase: stale })));
afterEach(() => void vi.restoreAllMocks());

function anEvent(sequence: number, body: string) {
  const inner = maskFragments([TimelineEventFragment], {
    ...{ kind: "SEND_MESSAGE", sequence, from: "VERIFYING", to: "VERIFYING", at: "2026-10-09T08:00:00.000Z" },
    ...{ actorRole: "CUSTOMER", byKey: null, actor: null, facts: [] },
    messages: [{ id: `m${sequence}`, thread: "CUSTOMER", saidBy: "DESK", body, mentions: [] }],
  });
  return { node: { id: `e${sequence}`, ...inner, sequence, actor: null } };
}
const aCase = (snoozedUntil: string | null, ...bodies: readonly string[]) =>
  maskFragments([CaseMenuFragment], {
    ...maskFragments([WhatChangedFragment], {
      state: "VERIFYING",
      customer: { id: "u1", name: "Emma Clarke" },
      events: { edges: bodies.map((body, at) => anEvent(at + 1, body)) },
    }),
    ...{ id: "c1", number: "RD-26-000001", version: bodies.length, snoozedUntil },
    availableActions: [
      { action: "SNOOZE", allowed: snoozedUntil === null },
      { action: "WAKE", allowed: snoozedUntil !== null },
    ],
  });
const menu = (of: ReturnType<typeof aCase>, isAsked = false) => (
  <Desk>
    <CaseMenu case={of} begun={isAsked ? asked : null} />
  </Desk>
);
const asked = { thread: null, evidence: false, menu: true };
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

test("asked for from elsewhere it opens, and what is put aside too late says what came since and no more", async () => {
  const { redraw } = await show(menu(aCase(null, "I returned it."), true));
  redraw(menu(aCase(null, "I returned it.", "The shop has called me."), true));
  await press("Tomorrow, 09:00");
  expect(await screen.findByText("The shop has called me.")).toBeTruthy();
  expect(screen.queryByText("I returned it.")).toBeNull();
});

test("what is woken too late from beside the number says so", async () => {
  const { redraw } = await show(menu(aCase("2099-10-09T08:00:00.000Z", "I returned it.")));
  await press("Bring back");
  redraw(menu(aCase("2099-10-09T08:00:00.000Z", "I returned it.", "The shop has called me.")));
  expect(await screen.findByText("The shop has called me.")).toBeTruthy();
  expect(screen.queryByText("I returned it.")).toBeNull();
});

test("where the browser does not let a page copy, the words are there to be copied by hand", async () => {
  await show(menu(aCase(null), true));
  await press("Copy the number");
  await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/by hand/));
  expect(screen.getByLabelText<HTMLInputElement>("Text to copy").value).toBe("RD-26-000001");
});

test("putting aside again after a lost answer is the same wish, under its key", async () => {
  vi.restoreAllMocks();
  const { asked: told } = wholeDesk(() => null);
  await show(menu(aCase(null, "I returned it."), true));
  await press("Tomorrow, 09:00");
  await press("Tomorrow, 09:00");
  const keys = told.map(({ variables }) => variables["input"] as { readonly idempotencyKey: string });
  expect(keys).toHaveLength(2);
  expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});
